package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.history.HistoryFile;
import org.milesbot.store.testing.TestDatabase;

class ForecastScoringTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    @BeforeEach
    void copyTheHistoryThatComesAlong() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HistoryFile.class.getResourceAsStream("transfer_bonus_history.csv"))) {
            Files.copy(in, home.resolve("history.csv"));
        }
    }

    private Ended backtest(String... more) {
        List<String> words = new ArrayList<>(List.of("forecast", "--backtest", "--events", "history.csv"));
        words.addAll(List.of(more));
        return CommandRun.in(home).run(words.toArray(String[]::new));
    }

    private static List<JsonNode> read(Ended run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.lines()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** The figures that the project stands for, on the history that comes along. */
    @Test
    void isBetterThanTheBaselineAndCalibratedOnTheHistoryThatComesAlong() throws IOException {
        List<JsonNode> lines = read(backtest("--from", "2025-01-01", "--step", "6", "--json"));

        assertThat(lines).hasSize(9);
        for (int horizon = 0; horizon < 2; horizon++) {
            JsonNode model = lines.get(4 * horizon);
            JsonNode climatology = lines.get(4 * horizon + 1);
            JsonNode baseline = lines.get(4 * horizon + 2);
            assertThat(model.path("method").asText()).isEqualTo("hedged_gamma_poisson");
            assertThat(climatology.path("method").asText()).isEqualTo("climatology");
            assertThat(baseline.path("method").asText()).isEqualTo("gamma_poisson");
            assertThat(model.path("skill").asDouble())
                    .isGreaterThanOrEqualTo(baseline.path("skill").asDouble());
            assertThat(climatology.path("behind_log_loss").path("high").asDouble())
                    .isPositive();
            assertThat(model.path("calibration_error").path("value").asDouble())
                    .isLessThanOrEqualTo(horizon == 0 ? .05 : .10);
        }
        JsonNode bonus = lines.get(8);
        assertThat(bonus.path("model").path("pinball").asDouble())
                .isLessThan(bonus.path("trailing_median").path("pinball").asDouble());
    }

    @Test
    void printsWhatTheSchemaSays() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(JSON.readTree(Files.readString(Path.of("../docs/schemas/scoring.schema.json"))));
        Ended run = backtest("--from", "2026-01-01", "--step", "30", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        for (JsonNode line : read(run)) {
            assertThat(schema.validate(line)).as(line.toString()).isEmpty();
        }
    }

    @Test
    void tellsPeopleDrawsAndExports() throws IOException {
        Ended run = backtest("--from", "2026-01-01", "--step", "15", "--chart", "hits.png", "--export", "out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Em 7 dias:", "Em 30 dias:", "climatologia", "Gama-Poisson", "intervalo mediano", "veio")
                .contains("mediana das últimas cinco");
        assertThat(ImageIO.read(home.resolve("hits.png").toFile()).getWidth()).isEqualTo(1080);
        assertThat(Files.readAllLines(home.resolve("out/forecasts-7d.csv")).get(0))
                .isEqualTo("series,origin_day,came,hedged_gamma_poisson,climatology,gamma_poisson,median_gap");
        assertThat(Files.readAllLines(home.resolve("out/forecasts-30d.csv"))).hasSizeGreaterThan(50);
    }

    @Test
    void scoresRoutesToo() throws IOException {
        Ended run = backtest("--from", "2026-04-01", "--step", "30", "--horizon", "14", "--routes", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(read(run).get(0).path("horizon_days").asInt()).isEqualTo(14);
        assertThat(read(run).get(0).path("samples").asInt()).isGreaterThan(40);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(backtest("--horizon", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(backtest("--horizon", "91").err()).contains("\"91\"", "de 1 a 90");
        assertThat(backtest("--step", "0").err()).contains("\"0\"", "1 a 365");
        assertThat(backtest("--from", "2027-01-01").err()).contains("--from", "2026-09-30");
        assertThat(backtest("--scorecard").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(backtest("--program", "smiles").err()).contains("--program");
        assertThat(CommandRun.in(home).run("forecast", "--from", "2026-01-01").err())
                .contains("--backtest");
        assertThat(CommandRun.in(home)
                        .run("forecast", "--scorecard", "--events", "history.csv")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysThatAHistoryIsTooShort() throws IOException {
        Files.writeString(
                home.resolve("history.csv"),
                "program,origin,bonus_pct,base_pct,start,end,confidence\nsmiles,*,70,,2026-06-01,,partial\n");

        Ended run = backtest();

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("--from");
    }

    @Test
    void scoresWhatWasPublishedOnceItHasComeDue() throws IOException {
        try (TestDatabase database = TestDatabase.migrated()) {
            Instant published = Instant.parse("2026-06-01T12:00:00Z");
            CommandRun.in(home, database).at(published).run("import", "history.csv");
            for (int day = 0; day < 3; day++) {
                Instant night = published.plus(Duration.ofDays(7L * day));
                assertThat(CommandRun.in(home, database)
                                .at(night)
                                .run("forecast")
                                .exitCode())
                        .isZero();
            }

            Ended early = CommandRun.in(home, database)
                    .at(published.plus(Duration.ofDays(2)))
                    .run("forecast", "--scorecard");
            Ended later = CommandRun.in(home, database).run("forecast", "--scorecard", "--json");

            assertThat(early.exitCode()).as(early.err()).isZero();
            assertThat(early.err()).contains("Nenhuma previsão guardada já se resolveu");
            List<JsonNode> lines = read(later);
            assertThat(lines).hasSize(8);
            assertThat(lines.get(0).path("horizon_days").asInt()).isEqualTo(7);
            assertThat(lines.get(0).path("samples").asInt()).isBetween(12, 30);
            assertThat(lines.get(3).path("method").asText()).isEqualTo("plain");
            assertThat(lines.get(4).path("horizon_days").asInt()).isEqualTo(30);
        }
    }
}
