package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;

class ExportCommandTest {

    private static final String HEADING = "program,origin,bonus_pct,base_pct,start,end,confidence,source_url\n";

    @TempDir
    private Path home;

    @Test
    void exportsWhatItCanImportAgainUnchanged() {
        try (TestDatabase one = TestDatabase.migrated();
                TestDatabase other = TestDatabase.migrated()) {
            CommandRun.in(home, one).run("import");
            Ended first = CommandRun.in(home, one).run("export");
            Ended imported = CommandRun.in(home, other).reading(first.out()).run("import", "-");

            Ended second = CommandRun.in(home, other)
                    .at(Instant.parse("2026-12-24T12:00:00Z"))
                    .run("export", "-");

            assertThat(imported.exitCode()).as(imported.err()).isZero();
            assertThat(first.lines()).hasSizeGreaterThan(80);
            assertThat(second.out()).isEqualTo(first.out());
        }
    }

    /** What only the sources' own pages told apart may come together once, and then stays as it is. */
    @Test
    void exportsTheSameAgainAfterWhatWasScrapedWentThroughAFile() {
        try (TestDatabase one = TestDatabase.migrated();
                TestDatabase other = TestDatabase.migrated();
                TestDatabase third = TestDatabase.migrated()) {
            CommandRun.in(home, one).run("scrape", "--replay");
            CommandRun.in(home, one).run("dedupe");
            CommandRun.in(home, one).run("import");
            String scraped = CommandRun.in(home, one).run("export").out();
            Ended imported = CommandRun.in(home, other).reading(scraped).run("import", "-");
            String first = CommandRun.in(home, other).run("export").out();
            CommandRun.in(home, third).reading(first).run("import", "-");

            Ended second = CommandRun.in(home, third).run("export");

            assertThat(imported.exitCode()).as(imported.err()).isZero();
            assertThat(first.lines()).hasSizeGreaterThan(80);
            assertThat(second.out()).isEqualTo(first);
        }
    }

    @Test
    void exportsSomeProgrammesToAFile() throws IOException {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database)
                    .reading(HEADING + "smiles,*,80,70,2026-03-05,2026-03-09,,https://example.org/a\n"
                            + "tap,itau|porto,82.5,,2026-03-05,,approx,\n" + "azul,,,,,2026-05-05,,\n")
                    .run("import", "-");

            Ended run = CommandRun.in(home, database).run("export", "fora.csv", "--program", "smiles,tap", "--json");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(ImportCommandTest.violations("export.schema.json", run.out()))
                    .isEmpty();
            assertThat(run.out()).contains("fora.csv\",\"campaigns\":2}");
            assertThat(Files.readString(home.resolve("fora.csv")))
                    .isEqualTo(HEADING
                            + "smiles,*,80,70,2026-03-05,2026-03-09,exact,https://example.org/a\n"
                            + "tap,itau|porto,82.5,,2026-03-05,,approx,\n");
            assertThat(home.resolve("fora.csv.part")).doesNotExist();
        }
    }

    @Test
    void refusesToMixJsonIntoTheHistory() {
        Ended run = CommandRun.in(home).run("export", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("informe o arquivo");
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).run("export", "nowhere/fora.csv");

            assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(run.err()).contains("nowhere/fora.csv: não dá para escrever");
        }
    }

    @Test
    void refusesWhatIsNoProgramme() {
        Ended run = CommandRun.in(home).run("export", "--program", "Latam Pass");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("\"Latam Pass\" não é um programa");
    }

    @Test
    void explainsItself() {
        assertThat(CommandRun.in(home).run("export", "--help").out())
                .contains("Escreve as campanhas", "O arquivo a escrever", "milesbot export historico.csv");
        assertThat(CommandRun.in(home).run("import", "--help").out())
                .contains("Traz campanhas", "O arquivo CSV", "--dry-run", "milesbot import historico.csv");
    }
}
