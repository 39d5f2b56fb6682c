package org.milesbot.scrapers.source;

import java.util.Set;
import org.milesbot.scrapers.feed.SyndicationFeed;
import org.milesbot.scrapers.feed.WordPressPosts;
import org.milesbot.scrapers.page.Campaigns;
import org.milesbot.scrapers.page.ChannelPage;
import org.milesbot.scrapers.page.Format;

/** The forms that a row can name, in the table in lower case. */
enum SourceFormat {
    /** RSS or Atom. */
    FEED,
    /** The posts of a WordPress site as JSON. */
    WORDPRESS,
    /** The public page of a Telegram channel. */
    CHANNEL,
    /** Campaign pages listed in sitemaps. */
    SITEMAP,
    /** Campaign pages linked from HTML pages. */
    INDEX;

    /** Whether pages of this form lead to the pages that are wanted, so that the row says which those are. */
    boolean leadsToPages() {
        return this == SITEMAP || this == INDEX;
    }

    /** The reader for a row of this form. */
    Format reader(SourceRow row) {
        return switch (this) {
            case FEED -> new SyndicationFeed();
            case WORDPRESS -> new WordPressPosts();
            case CHANNEL -> new ChannelPage();
            case SITEMAP ->
                Campaigns.ofSitemaps(Set.copyOf(row.addresses()), row.requiredLinks(), row.requiredContent());
            case INDEX ->
                Campaigns.ofIndexPages(Set.copyOf(row.addresses()), row.requiredLinks(), row.requiredContent());
        };
    }
}
