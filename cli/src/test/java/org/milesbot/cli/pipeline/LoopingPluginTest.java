package org.milesbot.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.cli.plugin.TimeLimits;
import org.milesbot.scrapers.fetch.PacedFetcher;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.run.Runs;
import org.milesbot.store.source.SourceItems;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.WatchRules;
import org.milesbot.store.testing.TestDatabase;

/** With shorter limits than the command line has. */
final class LoopingPluginTest {

    private static final TimeLimits SHORT = new TimeLimits(Duration.ofSeconds(10), Duration.ofMillis(300));

    @TempDir
    private Path temporary;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final CannedFetcher fetcher = new CannedFetcher(clock);

    private static final ScrapeListener SILENT = new ScrapeListener() {
        @Override
        public void begins(int sources) {}

        @Override
        public void leftOut(String plugin) {}

        @Override
        public void done(SourceReport report) {}
    };

    @Test
    void isGivenUpWhileOthersGoOn() throws IOException {
        PluginDirectory directory = new PluginDirectory(temporary);
        directory.add(
                "looping",
                "looping",
                "public List<Sighting> scrape(Instant since) { " + PluginDirectory.LOOP + " return List.of(); }");
        directory.add("sound", "sound", "public List<Sighting> scrape(Instant since) { return List.of(); }");

        try (TestDatabase database = TestDatabase.migrated();
                Plugins plugins = load(directory)) {
            ScrapeReport report = new ScrapePipeline(scraping(database.database()))
                    .run(plugins.enabled().stream().map(Errand::all).toList(), Instant.EPOCH, SILENT);

            assertThat(report.sources())
                    .extracting(SourceReport::source, SourceReport::outcome)
                    .containsExactlyInAnyOrder(tuple("looping", Outcome.BROKEN), tuple("sound", Outcome.READ));
            assertThat(report.isWhole()).isFalse();
            assertThat(sentences(report)).singleElement().asString().contains("plug-in looping", "não respondeu");
        }
    }

    private static List<String> sentences(ScrapeReport report) {
        return report.sources().stream()
                .map(SourceReport::problem)
                .filter(Objects::nonNull)
                .map(problem -> problem.in(Locale.forLanguageTag("pt")))
                .toList();
    }

    private Scraping scraping(Database database) {
        Scraping.Kept kept = new Scraping.Kept(
                new Captures(database),
                new Sightings(database),
                new SourceItems(database),
                new SourceStates(database, WatchRules.of(3)),
                new Runs(database),
                new Locks(database));
        Scraping.Manner manner = new Scraping.Manner(false, false, Duration.ofDays(7));
        FareVisits none = plugin -> {
            throw new AssertionError("no plug-in here has a provider of fares");
        };
        return new Scraping(PacedFetcher.of(fetcher), announcement -> List.of(), 1, kept, none, clock, manner);
    }

    private Plugins load(PluginDirectory directory) {
        return PluginLoader.load(
                new PluginSettings(directory.path(), null, Map.of()),
                List.of(),
                (id, own) -> new TestingPluginContext(own, clock, fetcher, announcement -> List.of()),
                SHORT);
    }
}
