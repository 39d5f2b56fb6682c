package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.TestDatabase;

final class ScrapeCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private CommandRun milesbot() {
        return CommandRun.in(home, database);
    }

    private Counts counts() {
        return new Promos(database.database()).counts();
    }

    private static List<JsonNode> parsed(Ended run) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : run.lines()) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    @Test
    void replaysTheBuiltInRecordingsAndAddsNothingTheSecondTime() {
        Ended first = milesbot().run("scrape", "--replay");
        Counts afterFirst = counts();
        Ended second = milesbot().run("scrape", "--replay");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("FONTE", "RESULTADO", "lida").doesNotContain("falhou");
        assertThat(afterFirst.promos()).isGreaterThan(50);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err()).contains("nenhuma nova");
        assertThat(counts()).isEqualTo(afterFirst);
    }

    @Test
    void printsALineOfJsonAPromo() throws JsonProcessingException {
        Ended first = milesbot().run("scrape", "--replay", "--json", "--plugin", "bonuses_smiles");
        Ended again = milesbot().run("scrape", "--replay", "--json", "--plugin", "bonuses_smiles", "--fresh");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(parsed(first))
                .isNotEmpty()
                .allSatisfy(promo -> assertThat(promo.path("kind").asText()).isNotEmpty())
                .anySatisfy(promo -> assertThat(promo.path("new").asBoolean()).isTrue());
        assertThat(parsed(again))
                .hasSameSizeAs(parsed(first))
                .allSatisfy(promo -> assertThat(promo.path("new"))
                        .isEqualTo(JSON.getNodeFactory().booleanNode(false)));
    }

    @Test
    void replaysWhatItRecorded() throws IOException {
        try (StrangersPage site = new StrangersPage();
                TestDatabase other = TestDatabase.migrated()) {
            site.serve("/offers", StrangersPage.html(StrangersPage.OFFER).build());
            site.install(home, "offers");
            Ended recorded = site.run(home, database).run("scrape", "--plugin", "stranger", "--record", "kept");
            site.goDown();

            Ended replayed = site.run(home, other).run("scrape", "--plugin", "stranger", "--replay=kept");

            assertThat(recorded.exitCode()).as(recorded.err()).isZero();
            assertThat(home.resolve("kept")).isNotEmptyDirectory();
            assertThat(replayed.exitCode()).as(replayed.err()).isZero();
            assertThat(counts()).isEqualTo(new Counts(1, 1, 1));
            assertThat(new Promos(other.database()).counts()).isEqualTo(counts());
            assertThat(promos(other)).isEqualTo(promos(database)).contains("livelo", "smiles", "80");
            assertThat(keptRobots(database) + keptRobots(other))
                    .as("a recording has all that was asked for, and says nothing of the site of today")
                    .isZero();
        }
    }

    private static int keptRobots(TestDatabase in) {
        return in.database()
                .with(open -> open.createQuery("select count(*) from robots")
                        .mapTo(Integer.class)
                        .one());
    }

    private String promos(TestDatabase from) {
        String lines = CommandRun.in(home, from).run("promos", "--json").out();
        return lines.replaceAll("\"id\":\"[^\"]*\",", "");
    }

    @Test
    void suggestsThePluginThatWasMeant() {
        Ended run = milesbot().run("scrape", "--plugin", "bonuses_smile");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("não há plug-in \"bonuses_smile\"; você quis dizer bonuses_smiles?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void doesNotRecordWhatItReplays() {
        Ended run = milesbot().run("scrape", "--record", "kept", "--replay");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--record e --replay não combinam");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesRecordingsThatAreNotThere() {
        Ended run = milesbot().run("scrape", "--replay=nowhere");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("nowhere");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysThatTheServerDoesNotAnswer() throws IOException {
        try (StrangersPage site = new StrangersPage()) {
            site.install(home, "offers");
            site.goDown();

            Ended run = site.run(home, database).run("scrape", "--plugin", "stranger", "--json");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.EXTERNAL);
            assertThat(run.err()).containsOnlyOnce("aviso: offers: ");
            assertThat(run.out()).isEmpty();
            assertThat(counts()).isEqualTo(new Counts(0, 0, 0));
        }
    }

    @Test
    void keepsWhatOneSourceBringsWhenAnotherFails() throws IOException {
        try (StrangersPage site = new StrangersPage()) {
            site.serve("/good", StrangersPage.html(StrangersPage.OFFER).build());
            site.install(home, "bad", "good");

            Ended run = site.run(home, database)
                    .with("MILESBOT_LANG", "en")
                    .run("scrape", "--plugin", "stranger", "--json");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.PARTLY_FAILED);
            assertThat(run.err()).contains("bad: ", "HTTP 404");
            assertThat(run.lines()).hasSize(1);
            assertThat(counts()).isEqualTo(new Counts(1, 1, 1));
        }
    }
}
