package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.TestDatabase;

final class ReparseCommandTest {

    @TempDir
    private Path home;

    @Test
    void findsWhatTheScrapeFound() {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("scrape", "--replay");
            Counts scraped = new Promos(database.database()).counts();
            String before = CommandRun.in(home, database)
                    .run("promos", "--json", "--limit", "0")
                    .out();

            Ended first = CommandRun.in(home, database).run("reparse");
            Ended second = CommandRun.in(home, database).run("reparse", "--json");

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.err()).contains("respostas relidas", "nenhuma nova");
            assertThat(first.out()).isEmpty();
            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.out()).contains("\"captures\":" + scraped.captures(), "\"new\":0", "\"left\":0");
            assertThat(new Promos(database.database()).counts()).isEqualTo(scraped);
            assertThat(CommandRun.in(home, database)
                            .run("promos", "--json", "--limit", "0")
                            .out())
                    .isEqualTo(before);
        }
    }

    @Test
    void suggestsThePluginThatWasMeant() {
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).run("reparse", "--plugin", "blog");

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("você quis dizer blogs?");
            assertThat(run.out()).isEmpty();
        }
    }
}
