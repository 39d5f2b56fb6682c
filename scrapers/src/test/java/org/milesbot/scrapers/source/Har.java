package org.milesbot.scrapers.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.milesbot.api.source.Page;

/** A recording as this package's tests read it: the pages by address, each answered once. */
record Har(Map<URI, Page> pages) {

    static Har of(URL recording) throws IOException {
        Map<URI, Page> pages = new LinkedHashMap<>();
        for (JsonNode entry : read(recording).path("log").path("entries")) {
            Page page = page(entry);
            if (pages.put(page.requested(), page) != null) {
                throw new AssertionError(page.requested() + " is recorded twice");
            }
        }
        return new Har(pages);
    }

    /** The page at an address; one that is not recorded fails the test. */
    Page page(URI address) {
        Page page = pages.get(address);
        if (page == null) {
            throw new AssertionError(address + " is not recorded");
        }
        return page;
    }

    private static JsonNode read(URL recording) throws IOException {
        try (InputStream stream = recording.openStream()) {
            return new ObjectMapper().readTree(stream);
        }
    }

    private static Page page(JsonNode entry) {
        URI uri = URI.create(entry.path("request").path("url").asText());
        JsonNode content = entry.path("response").path("content");
        Instant fetched = Instant.parse(entry.path("startedDateTime").asText());
        return new Page(uri, uri, fetched, content.path("mimeType").asText(), text(content));
    }

    private static String text(JsonNode content) {
        String text = content.path("text").asText();
        return content.path("encoding").asText().equals("base64")
                ? new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1)
                : text;
    }
}
