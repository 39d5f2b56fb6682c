package org.milesbot.scrapers.declared;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.scrapers.feed.JsonItems;
import org.milesbot.scrapers.page.ListedItems;
import org.milesbot.scrapers.page.Pick;

/** Where the items of a page are, and where in an item each of its fields: selectors in HTML, pointers in JSON. */
final class FieldsPart {

    private static final String A_POINTER = "/data/promos";

    private FieldsPart() {}

    /** The reader of a list in HTML; null if something is wrong. */
    static @Nullable ListedItems page(YamlMap part) {
        String items = SourcePart.selector(part, "items", true);
        Fields<Pick> fields = fields(part, "\n        title: h2\n        body: .text", FieldsPart::pick);
        return items == null || fields == null
                ? null
                : new ListedItems(items, fields.id, fields.title, fields.body, fields.url, fields.published);
    }

    /** The reader of a list in JSON; null if something is wrong. */
    static @Nullable JsonItems json(YamlMap part) {
        JsonPointer items = part.has("items") ? pointer(part, "items") : JsonPointer.empty();
        Fields<JsonPointer> fields = fields(part, "\n        title: /title\n        body: /text", FieldsPart::pointer);
        return items == null || fields == null
                ? null
                : new JsonItems(items, fields.id, fields.title, fields.body, fields.url, fields.published);
    }

    private record Fields<T>(
            @Nullable T id,
            @Nullable T title,
            @Nullable T body,
            @Nullable T url,
            @Nullable T published) {}

    private interface Reader<T> {
        @Nullable
        T read(YamlMap fields, String key);
    }

    /** An item has words at least. */
    private static <T> @Nullable Fields<T> fields(YamlMap part, String example, Reader<T> reader) {
        if (!part.has("fields")) {
            part.required("fields", example);
            return null;
        }
        YamlMap map = part.map("fields").orElse(null);
        if (map == null) {
            return null;
        }
        Fields<T> fields = new Fields<>(
                reader.read(map, "id"),
                reader.read(map, "title"),
                reader.read(map, "body"),
                reader.read(map, "url"),
                reader.read(map, "published"));
        map.done();
        if (map.has("title") || map.has("body")) {
            return fields;
        }
        map.missing("title", "…");
        return null;
    }

    private static @Nullable Pick pick(YamlMap fields, String key) {
        return fields.made(key, Pick::parse, Text.of(FieldsPart.class, "a.pick"));
    }

    private static @Nullable JsonPointer pointer(YamlMap fields, String key) {
        return fields.made(key, JsonPointer::compile, Text.of(FieldsPart.class, "a.pointer", A_POINTER));
    }
}
