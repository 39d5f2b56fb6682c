package org.milesbot.scrapers.page;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;

/**
 * An HTML page that lists announcements.
 *
 * @param items the CSS selector of an item
 * @param id where in an item is what the source calls it; null if nowhere
 * @param title where its heading is, or null
 * @param body where its text is; null for all of the item
 * @param url where the address is at which people read it; null if nowhere
 * @param published where the day of its publication is; null if nowhere
 */
public record ListedItems(
        String items,
        @Nullable Pick id,
        @Nullable Pick title,
        @Nullable Pick body,
        @Nullable Pick url,
        @Nullable Pick published)
        implements Format {

    @Override
    public Reading read(Page page) {
        Document document = Jsoup.parse(page.text(), page.url().toString());
        document.outputSettings().prettyPrint(false);
        Elements found = document.select(QueryParser.parse(items));
        if (found.isEmpty()) {
            throw new UnreadablePageException(page, Text.of(ListedItems.class, "expected.items", items), null);
        }
        List<Item> read = found.stream().map(this::item).toList();
        return Item.reading(page, read);
    }

    private Item item(Element item) {
        String written = text(published, item);
        Instant date = written == null ? null : PageDate.instant(written);
        String html = body == null ? CampaignPage.body(item) : body.html(item);
        return new Item(text(id, item), text(title, item), html, text(url, item), date);
    }

    private static @Nullable String text(@Nullable Pick pick, Element item) {
        return pick == null ? null : pick.text(item);
    }
}
