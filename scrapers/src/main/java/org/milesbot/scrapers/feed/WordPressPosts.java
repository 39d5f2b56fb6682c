package org.milesbot.scrapers.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.scrapers.page.Format;
import org.milesbot.scrapers.page.Found;
import org.milesbot.scrapers.page.Item;
import org.milesbot.scrapers.page.UnreadablePageException;

/** The posts of a WordPress site as its own interface gives them, {@code /wp-json/wp/v2/posts}. */
public final class WordPressPosts implements Format {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Reading read(Page page) {
        JsonNode posts = parse(page);
        // An object in place of the list is how WordPress states an error.
        if (!posts.isArray()) {
            throw new UnreadablePageException(page, expected(), null);
        }
        List<Item> items = StreamSupport.stream(posts.spliterator(), false)
                .map(WordPressPosts::item)
                .toList();
        return Item.reading(page, items);
    }

    private static JsonNode parse(Page page) {
        try {
            return JSON.readTree(page.text());
        } catch (JsonProcessingException e) {
            boolean isJson = page.text().stripLeading().startsWith("[");
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            Text found = isJson ? Found.damagedAt(line) : Found.in(page);
            throw new UnreadablePageException(page, expected(), found, e);
        }
    }

    private static Text expected() {
        return Text.of(WordPressPosts.class, "expected.wordpress");
    }

    private static Item item(JsonNode post) {
        String link = text(post.path("link"));
        String id = text(post.path("guid").path("rendered"));
        return new Item(
                id != null ? id : link,
                text(post.path("title").path("rendered")),
                text(post.path("content").path("rendered")),
                link,
                date(post));
    }

    private static @Nullable Instant date(JsonNode post) {
        Instant universal = date(post.path("date_gmt"), ZoneOffset.UTC);
        return universal != null ? universal : date(post.path("date"), Zones.SAO_PAULO);
    }

    private static @Nullable Instant date(JsonNode field, ZoneId zone) {
        try {
            return LocalDateTime.parse(field.asText()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode field) {
        return field.isTextual() ? field.textValue() : null;
    }
}
