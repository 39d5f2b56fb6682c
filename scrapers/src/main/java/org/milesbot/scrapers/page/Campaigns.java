package org.milesbot.scrapers.page;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/**
 * The campaigns of a programme's own site, read in steps: from a sitemap or an index page to the pages of the campaigns.
 * What a page is read as depends on whether the source begins with it.
 */
public final class Campaigns implements Format {

    private final Set<URI> addresses;
    private final Format beginning;
    private final Format sitemap;
    private final Format campaign;

    private Campaigns(Set<URI> addresses, Format beginning, Format sitemap, String content) {
        this.addresses = Set.copyOf(addresses);
        this.beginning = beginning;
        this.sitemap = sitemap;
        this.campaign = new CampaignPage(content, QueryParser.parse(content));
    }

    /**
     * Campaigns listed in sitemaps or indexes of sitemaps.
     *
     * @param addresses where the sitemaps are
     * @param campaigns what the whole address of a campaign page looks like
     * @param content the CSS selector of the element that holds a campaign's text
     */
    public static Campaigns ofSitemaps(Set<URI> addresses, Pattern campaigns, String content) {
        Sitemap sitemap = new Sitemap(campaigns);
        return new Campaigns(addresses, sitemap, sitemap, content);
    }

    /**
     * Campaigns linked from HTML pages.
     *
     * @param addresses where the pages with the links are
     * @param campaigns what the whole address of a campaign page looks like
     * @param content the CSS selector of the element that holds a campaign's text
     */
    public static Campaigns ofIndexPages(Set<URI> addresses, Pattern campaigns, String content) {
        return new Campaigns(addresses, new CampaignIndex(campaigns), new Sitemap(campaigns), content);
    }

    /**
     * Pages of a campaign each, which lead nowhere.
     *
     * @param content the CSS selector of the element that holds a campaign's text
     */
    public static Format ofPages(String content) {
        return new CampaignPage(content, QueryParser.parse(content));
    }

    @Override
    public Reading read(Page page) {
        if (addresses.contains(page.requested())) {
            return beginning.read(page);
        }
        return Sitemap.isSitemap(page) ? sitemap.read(page) : campaign.read(page);
    }
}
