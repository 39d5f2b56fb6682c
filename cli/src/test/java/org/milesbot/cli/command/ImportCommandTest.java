package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.testing.TestDatabase;

class ImportCommandTest {

    private static final String HEADING = "program,origin,bonus_pct,base_pct,start,end,confidence,source_url\n";

    @TempDir
    private Path home;

    private static List<String> rows(TestDatabase database, String sql) {
        return database.database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list());
    }

    private static String dump(TestDatabase database) {
        return String.join("\n", rows(database, """
                        select concat_ws(' ', (select count(*) from promo), (select count(*) from promo_event),
                            (select count(*) from unsettled), (select count(*) from promo_fingerprint))
                        union all
                        select cast(row_to_json(sighting) as text) from sighting
                        union all
                        select cast(row_to_json(promo) as text) from promo
                        """));
    }

    @Test
    void bringsInTheHistoryThatComesAlongOnce() {
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended first = CommandRun.in(home, database).run("import");
            String kept = dump(database);
            Ended second = CommandRun.in(home, database)
                    .at(CommandRun.NOW.plusSeconds(86_400))
                    .run("import");

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.err()).contains("128 linhas lidas: 128 novas, nenhuma já importada, nenhuma recusada");
            assertThat(first.out()).isEmpty();
            assertThat(second.exitCode()).isZero();
            assertThat(second.err())
                    .contains("128 linhas lidas: nenhuma nova, 128 já importadas, nenhuma recusada")
                    .contains("nada a decidir");
            assertThat(dump(database)).isEqualTo(kept);
            assertThat(rows(database, "select count(*) from promo where settled_at is null"))
                    .containsExactly("0");
            assertThat(rows(database, "select distinct quiet from promo_event")).containsExactly("t");
            assertThat(rows(database, "select concat_ws(' ', outcome, counts) from run where job = 'import'"))
                    .first()
                    .isEqualTo("ok {\"new\": 128, \"known\": 0, \"lines\": 128, \"refused\": 0}");
        }
    }

    @Test
    void makesASightingThatSaysNoMoreThanItsLine() {
        String file = HEADING + "smiles,livelo|itau,82.5,60,2026-03-05,2026-03-09,exact,https://example.org/a\n"
                + "azul,*,90,,2026-03-05,2026-03-09,approx,\n"
                + "latam_pass,,,,,2026-03-09,,\n"
                + "tap,,100,,2026-12-05,,,\n";
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).reading(file).run("import", "-");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(rows(database, """
                            select concat_ws(' · ', title, origins, bonus_pct, base_pct, 'from', start_dt, 'to', end_dt,
                                published_at at time zone 'America/Sao_Paulo', src_url, provenance, source_name, plugin,
                                capture_id, evidence)
                            from sighting
                            order by program
                            """))
                    .containsExactly(
                            "Azul Fidelidade: até 90% de bônus na transferência de pontos · {*} · 90 · from · to"
                                    + " · 2026-03-09 · 2026-03-05 12:00:00 · urn:milesbot:history · blog · history"
                                    + " · history · {\"end\": \"linha 3, end: 2026-03-09\","
                                    + " \"origins\": \"linha 3, origin: *\", \"program\": \"linha 3, program: azul\","
                                    + " \"bonus_pct\": \"linha 3, bonus_pct: 90\"}",
                            "LATAM Pass: bônus na transferência de pontos · {} · from · to · 2026-03-09"
                                    + " · 2026-03-09 12:00:00 · urn:milesbot:history · blog · history · history"
                                    + " · {\"end\": \"linha 4, end: 2026-03-09\","
                                    + " \"program\": \"linha 4, program: latam_pass\"}",
                            "Smiles: até 82,5% de bônus na transferência de pontos (Itaú, Livelo) · {itau,livelo}"
                                    + " · 82.5 · 60 · from · 2026-03-05 · to · 2026-03-09 · 2026-03-05 12:00:00"
                                    + " · https://example.org/a · blog · history · history"
                                    + " · {\"end\": \"linha 2, end: 2026-03-09\","
                                    + " \"start\": \"linha 2, start: 2026-03-05\","
                                    + " \"origins\": \"linha 2, origin: itau|livelo\","
                                    + " \"program\": \"linha 2, program: smiles\","
                                    + " \"base_pct\": \"linha 2, base_pct: 60\","
                                    + " \"bonus_pct\": \"linha 2, bonus_pct: 82.5\"}",
                            // What is announced today for a day that is yet to come is not published then.
                            "TAP Miles&Go: até 100% de bônus na transferência de pontos · {} · 100 · from · 2026-12-05"
                                    + " · to · 2026-11-21 09:00:00 · urn:milesbot:history · blog · history · history"
                                    + " · {\"start\": \"linha 5, start: 2026-12-05\","
                                    + " \"program\": \"linha 5, program: tap\","
                                    + " \"bonus_pct\": \"linha 5, bonus_pct: 100\"}");
        }
    }

    @Test
    void knowsALineAgainInAnotherOrder() {
        String one = "smiles,livelo|itau,80,,2026-03-05,2026-03-09,,https://example.org/a\n";
        String other = "azul,*,90,,2026-05-05,,,\n";
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).reading(HEADING + one + other).run("import", "-");

            Ended again = CommandRun.in(home, database)
                    .reading(HEADING + other + one.replace("livelo|itau", "itau|livelo"))
                    .run("import", "-");

            assertThat(again.err()).contains("2 linhas lidas: nenhuma nova, 2 já importadas");
        }
    }

    @Test
    void joinsWhatASourceHadTold() {
        String file = HEADING + "smiles,,80,,2026-11-20,,approx,https://example.org/a\n"
                + "azul,inter,90,,2019-05-05,2019-05-07,exact,\n";
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("scrape", "--replay");
            CommandRun.in(home, database).run("dedupe");
            List<String> before = rows(database, "select cast(id as text) from promo");

            Ended run = CommandRun.in(home, database).reading(file).run("import", "-");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(rows(database, "select cast(id as text) from promo")).containsAll(before);
            assertThat(rows(database, "select count(*) from unsettled")).containsExactly("0");
            assertThat(CommandRun.in(home, database).run("reparse").exitCode()).isZero();
            CommandRun.in(home, database).run("dedupe");
            assertThat(rows(database, "select count(*) from sighting where source_name = 'history'"))
                    .containsExactly("2");
            assertThat(rows(database, "select state from promo where start_dt = '2019-05-05'"))
                    .containsExactly("ended");
        }
    }

    @Test
    void refusesLinesAndTakesTheOthers() throws IOException {
        Files.writeString(
                home.resolve("minhas.csv"),
                HEADING + "smiles,,80,,2026-03-05,,,\nazull,,90,,2026-03-05,,,\n"
                        + "azul,,90,,05/03/2026,,,\nazul,,90,,2062-03-05,,,\n");
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).run("import", "minhas.csv", "--json", "--lang", "en");

            assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
            assertThat(run.out()).isEqualToNormalizingNewlines("""
                            {"dry_run":false,"lines":4,"new":1,"known":0,"campaigns":1,"refused":[\
                            {"line":3,"why":"unknown programme: \\"azull\\"; did you mean azul?"},\
                            {"line":4,"why":"the field \\"start\\" (\\"05/03/2026\\") is no day that exists,\
                             in the form YYYY-MM-DD; example: 2026-03-31"},\
                            {"line":5,"why":"2062-03-05 lies more than a year after today (2026-11-21);\
                             the year must be mistaken"}],"notes":[]}
                            """);
            assertThat(run.err())
                    .contains("line 3: unknown programme", "line 4: the field", "line 5: 2062-03-05")
                    .contains("4 lines read: one new, none imported before, 3 refused");
            assertThat(rows(
                            database,
                            "select concat_ws(' ', outcome, counts ->> 'refused') from run where job = 'import'"))
                    .containsExactly("partial 3");
        }
    }

    @Test
    void triesWithoutKeepingAnything() throws IOException {
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).run("import", "--dry-run", "--json");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("{\"dry_run\":true,\"lines\":128,\"new\":128,\"known\":0,\"campaigns\":null,");
            assertThat(run.err()).contains("128 linhas lidas; seriam 128 novas", "nada foi guardado");
            assertThat(rows(database, "select id from run union all select number from sighting"))
                    .isEmpty();
        }
    }

    @Test
    void leavesTheSettlingToTheOneThatIsAtIt() {
        try (TestDatabase database = TestDatabase.migrated();
                Database other = database.another();
                Held held = new Locks(other).tryAcquire("dedupe").orElseThrow()) {
            assertThat(held).isNotNull();

            Ended run = CommandRun.in(home, database).run("import");

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("128 novas", "rode \"milesbot dedupe\"");
            assertThat(rows(database, "select count(*) from sighting")).containsExactly("128");
        }
    }

    /** As if it was killed after the sightings were kept: the next one settles what is left. */
    @Test
    void settlesWhatAnEarlierOneLeftUnsettled() {
        try (TestDatabase database = TestDatabase.migrated()) {
            try (Database other = database.another();
                    Held held = new Locks(other).tryAcquire("dedupe").orElseThrow()) {
                assertThat(held).isNotNull();
                CommandRun.in(home, database).run("import");
            }
            assertThat(rows(database, "select count(*) from unsettled")).doesNotContain("0");

            CommandRun.in(home, database).run("import");

            assertThat(rows(database, "select count(*) from unsettled")).containsExactly("0");
            assertThat(rows(database, "select distinct quiet from promo_event")).containsExactly("t");
        }
    }

    @Test
    void keepsAllOfAFileOrNothing() {
        try (TestDatabase database = TestDatabase.migrated()) {
            database.database()
                    .useTransaction(open -> open.execute(
                            "alter table sighting add constraint no_nubank check (not ('nubank' = any(origins)))"));

            Ended run = CommandRun.in(home, database).run("import");

            assertThat(run.exitCode()).isNotZero();
            assertThat(rows(database, """
                            select (select count(*) from sighting) + (select count(*) from promo)
                                + (select count(*) from unsettled)
                            """)).containsExactly("0");
        }
    }

    @Test
    void saysThatAFileIsNotThere() {
        Ended run = CommandRun.in(home).run("import", "nada.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("nada.csv: o arquivo não existe");
    }

    static Iterable<?> violations(String schema, String line) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", schema)))
                .validate(new ObjectMapper().readTree(line));
    }
}
