package org.milesbot.cli.web.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;

/** Writes a feed as JSON Feed, version 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static String of(Feed feed) {
        ObjectNode all = JSON.createObjectNode();
        all.put("version", "https://jsonfeed.org/version/1.1");
        all.put("title", feed.title());
        all.put("description", feed.subtitle());
        all.put("home_page_url", feed.links().home());
        all.put("feed_url", feed.self());
        all.put("language", feed.language().toLanguageTag());
        ArrayNode items = all.putArray("items");
        feed.entries().forEach(entry -> put(items.addObject(), entry));
        return all.toString();
    }

    private static void put(ObjectNode item, Entry entry) {
        item.put("id", entry.urn());
        item.put("url", entry.page());
        item.put("external_url", entry.read());
        item.put("title", entry.title());
        item.put("content_text", entry.text());
        item.put(
                "date_published",
                entry.published().truncatedTo(ChronoUnit.SECONDS).toString());
        item.put(
                "date_modified", entry.updated().truncatedTo(ChronoUnit.SECONDS).toString());
        item.putArray("authors").addObject().put("name", entry.source());
        ArrayNode tags = item.putArray("tags");
        entry.tags().forEach(tags::add);
    }
}
