package org.milesbot.scrapers.page;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page that somebody kept as a file, whoever published it.
 *
 * @param title its heading; empty if it has none
 * @param html its text; of a whole page the article, without what stands around it
 * @param published when it says it was published, or null if it does not
 */
public record SavedPage(String title, String html, @Nullable Instant published) {

    private static final String ARTICLES =
            "[itemprop=articleBody], .entry-content, .post-content, .article-content, article, main";

    /** Reads a whole page, or the HTML or plain text of a post alone, which is taken as it is. */
    public static SavedPage read(String page) {
        Document document = Jsoup.parse(page);
        document.outputSettings().prettyPrint(false);
        return new SavedPage(heading(document), body(document, page), PageDate.publication(document));
    }

    /** What the page calls itself to others counts before its window's title, which often ends with the site's name. */
    private static String heading(Document document) {
        Element preview = document.selectFirst("meta[property=og:title][content]");
        if (preview != null && !preview.attr("content").isBlank()) {
            return preview.attr("content").strip();
        }
        Element heading = document.selectFirst("h1");
        return heading != null && heading.hasText() && document.title().isBlank() ? heading.text() : document.title();
    }

    private static String body(Document document, String page) {
        boolean whole = !document.head().children().isEmpty() || document.selectFirst(ARTICLES) != null;
        if (!whole && document.selectFirst("h1") == null) {
            return page;
        }
        for (String selector : ARTICLES.split(", ", -1)) {
            Element article = document.selectFirst(selector);
            if (article != null && article.hasText()) {
                return CampaignPage.body(article);
            }
        }
        return CampaignPage.body(document.body());
    }
}
