package org.milesbot.scrapers.page;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/** A sitemap, or an index of sitemaps: links to the campaign pages in it, or to the sitemaps. */
final class Sitemap implements Format {

    private static final Set<String> ELEMENTS = Set.of("urlset", "sitemapindex");

    /** The text is decoded already, so what the declaration says of an encoding is no longer true. */
    private static final Pattern DECLARATION = Pattern.compile("^[\\s\\uFEFF]*(<\\?xml[^>]{0,200}\\?>)?\\s*");

    private final Pattern campaigns;

    /**
     * @param campaigns what the address of a campaign page looks like
     */
    Sitemap(Pattern campaigns) {
        this.campaigns = campaigns;
    }

    /** Whether a page is a sitemap by its beginning. */
    static boolean isSitemap(Page page) {
        return ELEMENTS.contains(Found.firstElement(page));
    }

    @Override
    public Reading read(Page page) {
        AbstractSiteMap sitemap = parse(page);
        if (sitemap instanceof SiteMapIndex index) {
            return Links.followed(sitemaps(index, page.url()));
        }
        return sitemap instanceof SiteMap pages
                ? Links.matching(campaigns, pages(pages, page.url()))
                : new Reading(List.of(), List.of());
    }

    private static AbstractSiteMap parse(Page page) {
        Text expected = Text.of(Sitemap.class, "expected.sitemap");
        if (!isSitemap(page)) {
            throw new UnreadablePageException(page, expected, null);
        }
        byte[] bytes = DECLARATION.matcher(page.text()).replaceFirst("").getBytes(StandardCharsets.UTF_8);
        try {
            return new SiteMapParser(false)
                    .parseSiteMap("text/xml", bytes, page.url().toURL());
        } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
            throw new UnreadablePageException(page, expected, Found.damagedAt(0), e);
        }
    }

    private static Collection<Link> pages(SiteMap sitemap, URI base) {
        return sitemap.getSiteMapUrls().stream()
                .flatMap(entry -> link(entry.getUrl(), entry.getLastModified(), base))
                .toList();
    }

    /** The sitemaps on the same host; compressed ones are copies for machines that cannot negotiate compression. */
    private static Collection<Link> sitemaps(SiteMapIndex index, URI base) {
        return index.getSitemaps().stream()
                .flatMap(entry -> link(entry.getUrl(), entry.getLastModified(), base))
                .filter(link -> base.getHost().equalsIgnoreCase(link.uri().getHost()))
                .filter(link ->
                        !link.uri().equals(base) && !link.uri().getPath().endsWith(".gz"))
                .toList();
    }

    private static Stream<Link> link(@Nullable URL url, @Nullable Date changed, URI base) {
        Optional<URI> address = Addresses.resolve(url == null ? null : url.toString(), base);
        return address.map(uri -> new Link(uri, changed == null ? null : changed.toInstant())).stream();
    }
}
