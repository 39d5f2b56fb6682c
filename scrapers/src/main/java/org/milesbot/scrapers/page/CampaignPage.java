package org.milesbot.scrapers.page;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/** The page of one campaign: its heading, what stands around it left out, and the day it says it is of. */
final class CampaignPage implements Format {

    private static final String FURNITURE =
            "script, style, noscript, template, iframe, form, nav, header, footer, aside, button, [hidden]";

    private final Evaluator content;
    private final String selector;

    /**
     * @param content the CSS selector of the element that holds the campaign's text
     */
    CampaignPage(String selector, Evaluator content) {
        this.selector = selector;
        this.content = content;
    }

    @Override
    public Reading read(Page page) {
        Document document = Jsoup.parse(page.text(), page.url().toString());
        document.outputSettings().prettyPrint(false);
        Element main = document.selectFirst(content);
        if (main == null) {
            throw new UnreadablePageException(page, Text.of(CampaignPage.class, "expected.campaign", selector), null);
        }
        String address = address(document, page.url()).toString();
        String heading = heading(document, main);
        Item item = new Item(address, heading, body(main), address, PageDate.of(document));
        return Item.reading(page, List.of(item));
    }

    private static String heading(Document document, Element main) {
        Element heading = main.selectFirst("h1");
        if (heading == null) {
            heading = document.selectFirst("h1");
        }
        if (heading != null && heading.hasText()) {
            return heading.text();
        }
        Element preview = document.selectFirst("meta[property=og:title]");
        return preview == null ? document.title() : preview.attr("content");
    }

    /** The text of an element without its heading and what is no text. */
    static String body(Element main) {
        Element body = main.clone();
        // The heading goes first: it may stand in a header, and the campaign's text may have a heading of its own.
        body.select("h1").stream().limit(1).forEach(Element::remove);
        body.select(FURNITURE).remove();
        return body.html();
    }

    /** The address that the page calls its own; a front page as canonical address is a slip seen often. */
    private static URI address(Document document, URI url) {
        Element canonical = document.selectFirst("link[rel=canonical][href]");
        return Addresses.resolve(attribute(canonical), url)
                .filter(uri -> uri.getPath().length() > 1)
                .orElse(url);
    }

    private static @Nullable String attribute(@Nullable Element canonical) {
        return canonical == null ? null : canonical.attr("href");
    }
}
