package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.TestDatabase;

class DedupeCommandTest {

    private static final String SMILES =
            "{\"sighting\":%s,\"published_at\":\"2026-11-%sT09:00:00-03:00\",\"kind\":\"transfer_bonus\","
                    + "\"program\":\"smiles\",\"origins\":[\"%s\"],\"bonus_pct\":80,\"end\":\"2026-11-25\"}%n";

    @TempDir
    private Path home;

    @Test
    void makesFewerPromosOfManySightingsAndThenHasNothingToDo() {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("scrape", "--replay");
            Counts scraped = new Promos(database.database()).counts();

            Ended first = CommandRun.in(home, database).run("dedupe");
            Ended second = CommandRun.in(home, database).run("dedupe", "--json");
            Ended rebuilt = CommandRun.in(home, database).run("dedupe", "--rebuild", "--json");

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.err()).contains("relatos olhados", "campanhas", "eventos novos");
            assertThat(first.out()).isEmpty();
            assertThat(second.err()).contains("nada a decidir", "nenhum evento novo");
            assertThat(second.out()).isEmpty();
            assertThat(rebuilt.err()).contains("nenhuma mudou", "nenhum evento novo");
            Counts settled = new Promos(database.database()).counts();
            assertThat(settled.sightings()).isEqualTo(scraped.sightings());
            assertThat(settled.promos()).isLessThan(scraped.promos()).isPositive();
            assertThat(runs(database)).containsExactly("ok", "ok", "ok");
        }
    }

    private static List<String> runs(TestDatabase database) {
        return database.database()
                .with(open -> open.createQuery("select outcome from run where job = 'dedupe' order by id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void findsTheSameAfterEverythingWasReadAgain() {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("scrape", "--replay");
            CommandRun.in(home, database).run("dedupe");
            String before = CommandRun.in(home, database)
                    .run("promos", "--json", "--limit", "0")
                    .out();
            CommandRun.in(home, database).run("reparse");

            Ended again = CommandRun.in(home, database).run("dedupe", "--json");

            assertThat(again.out()).isEmpty();
            assertThat(CommandRun.in(home, database)
                            .run("promos", "--json", "--limit", "0")
                            .out())
                    .isEqualTo(before);
        }
    }

    @Test
    void printsWhatHappenedAsJson() {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("scrape", "--replay");

            Ended run = CommandRun.in(home, database).run("dedupe", "--json");

            assertThat(run.lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"event\":"));
            assertThat(run.lines().get(0)).contains("\"kind\":\"created\"", "\"quiet\":");
        }
    }

    @Test
    void leavesTheWorkToTheOneThatIsAtIt() {
        try (TestDatabase database = TestDatabase.migrated();
                Database other = database.another();
                Held held = new Locks(other).tryAcquire("dedupe").orElseThrow()) {
            assertThat(held).isNotNull();

            Ended run = CommandRun.in(home, database).run("dedupe");

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("outro \"milesbot dedupe\" está trabalhando");
            assertThat(runs(database)).isEmpty();
        }
    }

    @Test
    void clustersAFileWithoutADatabase() {
        Ended run = CommandRun.in(home)
                .reading(SMILES.formatted("\"a\"", "20", "livelo")
                        + SMILES.formatted("7", "21", "livelo")
                        + SMILES.formatted("\"b\"", "22", "esfera"))
                .run("dedupe", "--input", "-", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "{\"sighting\":\"a\",\"campaign\":1}",
                        "{\"sighting\":7,\"campaign\":1}",
                        "{\"sighting\":\"b\",\"campaign\":2}");
        assertThat(run.err()).contains("3 relatos de 2 campanhas");
    }

    @Test
    void takesWhatExtractPrints() {
        String announcement =
                "{\"id\":\"%s\",\"title\":\"Smiles dá 80%% de bônus na transferência da Livelo até 25/11\","
                        + "\"html\":\"<p>Transfira pontos da Livelo para a Smiles com 80%% de bônus até 25/11.</p>\","
                        + "\"published_at\":\"2026-11-20T09:00:00-03:00\"}%n";
        String extracted = CommandRun.in(home)
                .reading(announcement.formatted("x") + announcement.formatted("y"))
                .run("extract", "--json")
                .out();

        Ended run = CommandRun.in(home).reading(extracted).run("dedupe", "--input", "-", "--json");

        assertThat(run.lines())
                .containsExactly("{\"sighting\":\"x#1\",\"campaign\":1}", "{\"sighting\":\"y#1\",\"campaign\":1}");
    }

    @Test
    void saysWhichLineIsWrongAndGoesOn() {
        Ended run = CommandRun.in(home)
                .reading("nonsense\n{\"published_at\":\"2026-11-20\"}\n"
                        + SMILES.formatted("\"a\"", "20", "livelo").replace("2026-11-25", "soon")
                        + SMILES.formatted("\"b\"", "20", "livelo").replace("T09:00:00-03:00", "")
                        + SMILES.formatted("\"c\"", "20", "livelo").replace("2026-11-20", "20/11"))
                .run("dedupe", "--input", "-", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.lines()).containsExactly("{\"sighting\":\"b\",\"campaign\":1}");
        assertThat(run.err())
                .contains("linha 1: não é JSON", "linha 2: falta o campo \"sighting\"")
                .contains("linha 3: o campo \"end\"", "\"soon\"", "linha 5: o campo \"published_at\"");
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        Ended run = CommandRun.in(home).run("dedupe", "--input", "-", "--rebuild");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("não combina com --rebuild");
    }

    @Test
    void saysThatAFileIsNotThere() {
        Ended run = CommandRun.in(home).run("dedupe", "--input", "nada.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("nada.jsonl");
    }
}
