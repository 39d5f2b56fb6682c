package org.milesbot.scrapers.feed;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.scrapers.page.Format;
import org.milesbot.scrapers.page.Found;
import org.milesbot.scrapers.page.Item;
import org.milesbot.scrapers.page.PageDate;
import org.milesbot.scrapers.page.UnreadablePageException;

/**
 * A list of announcements somewhere in a JSON document (pointers as RFC 6901 has them).
 *
 * @param items where the list is, or an object whose values are the items
 * @param id where in an item is what the source calls it; null if nowhere
 * @param title where its heading is, or null
 * @param body where its text is, or null
 * @param url where the address is at which people read it; null if nowhere
 * @param published where the moment of its publication is, as ISO 8601 or in seconds or milliseconds since 1970; null if
 *     nowhere
 */
public record JsonItems(
        JsonPointer items,
        @Nullable JsonPointer id,
        @Nullable JsonPointer title,
        @Nullable JsonPointer body,
        @Nullable JsonPointer url,
        @Nullable JsonPointer published)
        implements Format {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Seconds up to here, milliseconds beyond: in the year 5138, and in 1973. */
    private static final long MOST_SECONDS = 99_999_999_999L;

    @Override
    public Reading read(Page page) {
        JsonNode found = parse(page).at(items);
        if (!found.isContainerNode()) {
            throw new UnreadablePageException(page, expected(), null);
        }
        return Item.reading(
                page,
                StreamSupport.stream(found.spliterator(), false).map(this::item).toList());
    }

    private JsonNode parse(Page page) {
        try {
            return JSON.readTree(page.text());
        } catch (JsonProcessingException e) {
            throw new UnreadablePageException(page, expected(), Found.in(page), e);
        }
    }

    private Text expected() {
        return Text.of(JsonItems.class, "expected.json", items.toString().isEmpty() ? "/" : items.toString());
    }

    private Item item(JsonNode item) {
        return new Item(text(item, id), text(item, title), text(item, body), text(item, url), date(item));
    }

    private static @Nullable String text(JsonNode item, @Nullable JsonPointer where) {
        JsonNode found = where == null ? null : item.at(where);
        return found == null || !found.isValueNode() || found.isNull() ? null : found.asText();
    }

    private @Nullable Instant date(JsonNode item) {
        JsonNode found = published == null ? null : item.at(published);
        if (found == null || !found.canConvertToLong() || !found.isNumber()) {
            String written = text(item, published);
            return written == null ? null : PageDate.instant(written);
        }
        long number = found.asLong();
        return Math.abs(number) <= MOST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
