package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;

/** Jobs of timers, each a process of its own, that leave their figures for node_exporter. */
final class MetricsFileTest {

    private static final String NEWS =
            "news|Transfira da Livelo para a Smiles com 80% de bônus.|2026-11-20T12:00:00Z\n";

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final StrangersPage site;

    MetricsFileTest() throws IOException {
        site = new StrangersPage();
    }

    @BeforeEach
    void install() throws IOException {
        site.serve("/offers", StrangersPage.html(NEWS).build());
        site.installLists(home, "offers");
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private CommandRun milesbot(int minutes) {
        return site.run(home, database)
                .with("PLUGINS_ENABLED", "stranger")
                .at(CommandRun.NOW.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void eachJobAddsWhatItDid() throws IOException {
        Path file = home.resolve("milesbot.prom");
        CommandRun first = milesbot(0).with("MILESBOT_METRICS_FILE", file.toString());
        assertThat(first.run("scrape").exitCode()).isZero();
        assertThat(file)
                .content()
                .contains(
                        "promo_scrape_duration_seconds_count{plugin=\"stranger\"} 1\n",
                        "milesbot_promos_new_total{plugin=\"stranger\"} 1.0\n",
                        "milesbot_source_visits_total{class=\"blog\",outcome=\"read\"} 1.0\n",
                        "plugin_error_total{plugin=\"stranger\"} 0.0\n");

        site.serve("/offers", StrangersPage.html("rebuilt").build());
        assertThat(milesbot(600)
                        .run("scrape", "--metrics-file", file.toString())
                        .exitCode())
                .isEqualTo(ExitCode.PARTLY_FAILED);
        milesbot(610).run("dedupe", "--metrics-file", file.toString());
        milesbot(620).run("forecast", "--metrics-file", file.toString());

        assertThat(Files.readString(file))
                .contains(
                        "promo_scrape_duration_seconds_count{plugin=\"stranger\"} 2\n",
                        "plugin_error_total{plugin=\"stranger\"} 1.0\n",
                        "milesbot_source_consecutive_failures{plugin=\"stranger\",source=\"offers\"} 1.0\n",
                        "milesbot_runs_total{command=\"scrape\",outcome=\"failed\",plugin=\"stranger\"} 1.0\n",
                        "milesbot_runs_total{command=\"dedupe\",outcome=\"ok\",plugin=\"\"} 1.0\n",
                        "milesbot_runs_total{command=\"forecast\",outcome=\"ok\",plugin=\"\"} 1.0\n",
                        "milesbot_events_total{kind=\"created\"} 1.0\n");
    }

    @Test
    void aJobThatFailsTellsItToo() {
        Path file = home.resolve("milesbot.prom");

        Ended run = milesbot(0).run("notify", "--metrics-file", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(file).content().contains("milesbot_database_up 1.0\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsAWarning() {
        Path file = home.resolve("nowhere").resolve("milesbot.prom");

        Ended run = milesbot(0).run("scrape", "--metrics-file", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("nowhere/milesbot.prom", "NoSuchFileException", "a tarefa em si não foi afetada");
    }

    @Test
    void belongsToJobs() {
        assertThat(milesbot(0)
                        .run("forecast", "--metrics-file", "x.prom", "--backtest")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(milesbot(0)
                        .run("notify", "--metrics-file", "x.prom", "--dry-run")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(milesbot(0)
                        .run("dedupe", "--metrics-file", "x.prom", "--input", "-")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(home.resolve("x.prom")).doesNotExist();
    }
}
