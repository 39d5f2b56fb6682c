package org.milesbot.scrapers.page;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.milesbot.api.Text;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/** An HTML page on which a programme links to its campaigns. */
final class CampaignIndex implements Format {

    private final Pattern campaigns;

    /**
     * @param campaigns what the address of a campaign page looks like
     */
    CampaignIndex(Pattern campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Reading read(Page page) {
        if (!Found.isHtml(page)) {
            throw new UnreadablePageException(page, Text.of(CampaignIndex.class, "expected.index"), null);
        }
        List<Link> links = Jsoup.parse(page.text()).select("a[href]").stream()
                .flatMap(anchor -> link(anchor, page.url()))
                .toList();
        return Links.matching(campaigns, links);
    }

    private static Stream<Link> link(Element anchor, URI base) {
        String address = anchor.attr("href").replaceFirst("#.*", "");
        return Addresses.resolve(address, base).map(uri -> new Link(uri, null)).stream();
    }
}
