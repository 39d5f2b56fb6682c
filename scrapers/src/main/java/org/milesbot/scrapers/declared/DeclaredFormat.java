package org.milesbot.scrapers.declared;

import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.feed.SyndicationFeed;
import org.milesbot.scrapers.feed.WordPressPosts;
import org.milesbot.scrapers.page.ChannelPage;
import org.milesbot.scrapers.page.Format;

/** The forms that a file can name, in lower case. */
enum DeclaredFormat {
    /** RSS or Atom. */
    FEED,
    /** The posts of a WordPress site as JSON. */
    WORDPRESS,
    /** The public page of a Telegram channel. */
    CHANNEL,
    /** HTML: a page a campaign, or a page with a list of them. */
    PAGE,
    /** JSON in any shape that pointers can describe. */
    JSON;

    /** The reader of the pages that a part describes; null if something is wrong with it. */
    @Nullable
    Format reader(YamlMap part) {
        return switch (this) {
            case FEED -> new SyndicationFeed();
            case WORDPRESS -> new WordPressPosts();
            case CHANNEL -> new ChannelPage();
            case PAGE -> FieldsPart.page(part);
            case JSON -> FieldsPart.json(part);
        };
    }
}
