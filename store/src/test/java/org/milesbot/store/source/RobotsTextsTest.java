package org.milesbot.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Body;
import org.milesbot.store.testing.TestDatabase;

class RobotsTextsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final URI BLOG = URI.create("https://blog.example.org/robots.txt");
    private static final URI SHOP = URI.create("http://shop.example.org:8080/robots.txt");

    private TestDatabase test;
    private RobotsTexts texts;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        texts = new RobotsTexts(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Map<URI, String> since(Instant since) {
        return texts.since(since, (said, at) -> at + " " + new String(said.toBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void keepsTheNewestOfEach() {
        texts.put(BLOG, Body.of("User-agent: *\nDisallow: /"), NOON);
        texts.put(SHOP, Body.of(""), NOON.plusSeconds(1));
        texts.put(BLOG, Body.of("Allow: /"), NOON.plusSeconds(2));

        assertThat(since(NOON))
                .containsOnly(
                        Map.entry(BLOG, "2026-11-20T15:00:02Z Allow: /"), Map.entry(SHOP, "2026-11-20T15:00:01Z "));
    }

    @Test
    void letsGoOfTheOldAndOfOne() {
        URI third = URI.create("https://third.example.org/robots.txt");
        texts.put(BLOG, Body.of(""), NOON);
        texts.put(SHOP, Body.of(""), NOON.plusSeconds(1));
        texts.put(third, Body.of(""), NOON.plusSeconds(2));

        assertThat(since(NOON)).containsOnlyKeys(SHOP, third);
        texts.dropUntil(NOON);
        assertThat(since(Instant.EPOCH)).containsOnlyKeys(SHOP, third);
        texts.drop(third);
        assertThat(since(Instant.EPOCH)).containsOnlyKeys(SHOP);
    }

    @Test
    void readsNoMoreThanASmallHeapHasRoomForTheShortestFirst() {
        Body large = Body.of("#".repeat(64 << 10));
        for (int i = 0; i < 40; i++) {
            texts.put(URI.create("https://s" + i + ".example.org/robots.txt"), large, NOON.plusSeconds(1));
        }
        texts.put(BLOG, Body.of("Allow: /"), NOON.plusSeconds(1));

        Map<URI, String> read = since(NOON);

        assertThat(read).containsKey(BLOG).hasSizeBetween(31, 33);
    }
}
