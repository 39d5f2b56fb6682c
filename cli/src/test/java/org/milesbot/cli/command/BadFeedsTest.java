package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.scrapers.source.BuiltinSources;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.TestDatabase;

/** The recorded blogs, with one of the feeds spoilt. */
final class BadFeedsTest {

    private static final String FEED = "https://passageirodeprimeira.com/feed/";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Ended scrape(UnaryOperator<String> spoil) throws IOException {
        JsonNode har;
        try (InputStream recorded = BuiltinSources.recordings("blogs").get(0).openStream()) {
            har = json.readTree(recorded);
        }
        for (JsonNode entry : har.path("log").path("entries")) {
            ObjectNode content = (ObjectNode) entry.path("response").path("content");
            if (entry.path("request").path("url").asText().equals(FEED)) {
                content.put("text", spoil.apply(content.path("text").asText()));
            }
        }
        json.writeValue(home.resolve("spoilt.har").toFile(), har);
        return CommandRun.in(home, database).run("scrape", "--plugin", "blogs", "--replay=spoilt.har", "--json");
    }

    @Test
    void invalidRss() throws IOException {
        Ended run = scrape(feed -> feed.substring(0, feed.length() / 2));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).containsOnlyOnce("aviso: ").contains(FEED, "não pôde ser lida");
        assertThat(run.lines()).hasSizeGreaterThan(10).noneMatch(line -> line.contains("passageirodeprimeira.com"));
        assertThat(new Promos(database.database()).counts().sightings())
                .isEqualTo(run.lines().size());
    }

    @Test
    void itemDatedInTheFuture() throws IOException {
        Ended run = scrape(feed -> feed.replaceAll("<pubDate>[^<]*", "<pubDate>Mon, 02 Jan 2090 10:00:00 +0000"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("aviso");
        assertThat(run.lines())
                .anyMatch(line -> line.contains("passageirodeprimeira.com"))
                .noneMatch(line -> line.contains("\"published_at\":\"2090"));
    }
}
