package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.testing.TestScores;

final class PromosOrderTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private static Path home;

    @BeforeAll
    static void tellOfTwo() {
        Instant now = CommandRun.NOW;
        List<StoredPromo> stored = new Sightings(DATABASE.database())
                .store(
                        "blogs",
                        1,
                        now,
                        List.of(
                                told(80, "smiles_campaigns", Provenance.OFFICIAL, now.minus(Duration.ofDays(1))),
                                told(90, "hearsay", Provenance.RUMOUR, now.minusSeconds(60))));
        DATABASE.database()
                .inTransaction(open -> TestScores.refresh(
                        open, stored.stream().map(StoredPromo::id).toList()));
    }

    private static Sighted told(int percent, String source, Provenance provenance, Instant publishedAt) {
        return new Sighted(
                "a", Samples.sighting(Samples.undated(percent), new SourceId(source), provenance, publishedAt));
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    private static List<String> sources(String... options) {
        String[] arguments =
                Stream.concat(Stream.of("promos", "--json"), Stream.of(options)).toArray(String[]::new);
        return CommandRun.in(home, DATABASE).run(arguments).lines().stream()
                .map(line -> line.replaceFirst(".*\"source\":\"([a-z_]+)\".*", "$1"))
                .toList();
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(sources()).containsExactly("hearsay", "smiles_campaigns");
    }

    @Test
    void listsWhatDeservesAttentionFirstAmongWhatIsOpen() {
        assertThat(sources("--active")).containsExactly("smiles_campaigns", "hearsay");
    }

    @Test
    void listsInTheOrderAskedFor() {
        assertThat(sources("--sort", "score")).containsExactly("smiles_campaigns", "hearsay");
        assertThat(sources("--sort", "score", "--limit", "1")).containsExactly("smiles_campaigns");
        assertThat(sources("--active", "--sort", "published")).containsExactly("hearsay", "smiles_campaigns");
    }
}
