package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.store.testing.TestDatabase;

/** What a stranger's plug-in thinks of forecasts: told beside them, kept, and scored. */
class ForecastSignalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MORNING = Instant.parse("2026-06-01T12:00:00Z");

    private static final String HISTORY = """
            program,origin,bonus_pct,base_pct,start,end,confidence
            smiles,livelo,70,50,2026-01-05,2026-01-07,exact
            smiles,livelo,80,50,2026-02-09,2026-02-11,exact
            azul,itau,90,60,2026-02-23,2026-02-25,exact
            smiles,livelo,80,50,2026-03-16,2026-03-18,exact
            azul,itau,90,60,2026-04-06,2026-04-08,exact
            smiles,livelo,70,50,2026-04-20,2026-04-22,exact
            azul,itau,90,60,2026-05-11,2026-05-13,exact
            smiles,livelo,70,50,2026-05-25,2026-05-27,exact
            azul,itau,90,60,2026-06-10,2026-06-12,exact
            smiles,livelo,70,50,2026-06-25,2026-06-27,exact
            azul,itau,90,60,2026-07-20,2026-07-22,exact
            smiles,livelo,70,50,2026-08-03,2026-08-05,exact
            """;

    @TempDir
    private Path home;

    private TestDatabase database;
    private PluginDirectory plugins;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.migrated();
        plugins = new PluginDirectory(home);
        Files.writeString(home.resolve("history.csv"), HISTORY);
        assertThat(at(MORNING).run("import", "history.csv").exitCode()).isZero();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CommandRun at(Instant when) {
        return CommandRun.in(home, database).at(when);
    }

    /** A signal that says something of Smiles, and nothing of the others. */
    private void install(String factors, String title) throws IOException {
        Path folder = home.resolve("plugins").resolve("guess");
        if (Files.exists(folder)) {
            Files.delete(folder.resolve("plugin.jar"));
        }
        plugins.add("guess", "guess", """
                public List<ForecastSignal> forecastSignals() {
                    return List.of(new ForecastSignal() {
                        public String id() { return "hunch"; }
                        public Text title() { return Text.plain("%s"); }
                        public List<PaceOpinion> opinions(SignalQuestion question) {
                            return question.series().stream()
                                    .filter(series -> series.program().value().equals("smiles"))
                                    .map(series -> new PaceOpinion(series, %s, Text.plain("because " + question.asOf())))
                                    .toList();
                        }
                    });
                }
                """.formatted(title, factors));
    }

    private List<JsonNode> forecast(Instant when) {
        return read(at(when).run("forecast", "--json"));
    }

    private static List<JsonNode> read(Ended run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.lines().stream().map(ForecastSignalsTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode of(String program, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("program").asText().equals(program))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode withoutSignals(JsonNode line) {
        return ((ObjectNode) line.deepCopy()).without("signals");
    }

    @Test
    void isToldBesideTheForecastWhichStaysAsItIs() throws IOException {
        List<JsonNode> alone = forecast(MORNING);
        install("2, 0.5", "Hunch");
        List<JsonNode> judged = forecast(MORNING.plus(Duration.ofHours(1)));

        assertThat(judged.stream().map(ForecastSignalsTest::withoutSignals))
                .isEqualTo(
                        alone.stream().map(ForecastSignalsTest::withoutSignals).toList());
        JsonNode smiles = of("smiles", judged);
        assertThat(smiles.path("signals")).hasSize(1);
        JsonNode signal = smiles.path("signals").get(0);
        assertThat(signal.path("plugin").asText() + "." + signal.path("signal").asText())
                .isEqualTo("guess.hunch");
        double missed = 1 - smiles.path("next_7d_prob").asDouble();
        assertThat(signal.path("next_7d_prob").asDouble()).isCloseTo(1 - missed * missed, within(1e-6));
        assertThat(signal.path("next_30d_prob").asDouble())
                .isGreaterThanOrEqualTo(signal.path("next_7d_prob").asDouble());
        assertThat(signal.path("reason").path("pt").asText()).isEqualTo("because 2026-05-31");
        assertThat(of("azul", judged).path("signals")).isEmpty();

        Ended words = at(MORNING).run("forecast", "show");
        assertThat(words.out().replaceAll("\\s+", " ")).contains("Opinião do plug-in guess (Hunch): 7 dias");
    }

    @Test
    void whatWasSaidFirstStaysForTheDay() throws IOException {
        install("2, 2", "Hunch");
        forecast(MORNING);
        install("3, 3", "Hunch");

        JsonNode later = of("smiles", forecast(MORNING.plus(Duration.ofHours(6))));
        JsonNode tomorrow = of("smiles", forecast(MORNING.plus(Duration.ofDays(1))));

        assertThat(later.path("signals").get(0).path("next_7d_factor").asDouble())
                .isEqualTo(2);
        assertThat(tomorrow.path("signals").get(0).path("next_7d_factor").asDouble())
                .isEqualTo(3);
    }

    @Test
    void isAskedOfNoDayInThePast() throws IOException {
        install("2, 2", "Hunch");

        List<JsonNode> past = read(at(MORNING).run("forecast", "--as-of", "2026-04-30", "--json"));

        assertThat(of("smiles", past).path("signals")).isEmpty();
    }

    @Test
    void isScoredOverWhatItHadAnOpinionOf() throws IOException {
        install("1.5, 1.5", "Hunch");
        for (int week = 0; week < 4; week++) {
            forecast(MORNING.plus(Duration.ofDays(7L * week)));
        }
        List<JsonNode> scores = read(CommandRun.in(home, database).run("forecast", "--scorecard", "--json"));
        List<JsonNode> signals = scores.stream()
                .filter(line -> line.path("method").asText().equals("guess.hunch"))
                .toList();

        assertThat(signals).hasSize(2);
        int all = scores.get(0).path("samples").asInt();
        assertThat(signals.get(0).path("horizon_days").asInt()).isEqualTo(7);
        assertThat(signals.get(0).path("samples").asInt()).isBetween(1, all - 1);
        assertThat(signals.get(0).path("behind_log_loss").path("value").asDouble())
                .isNotZero();

        Ended words = CommandRun.in(home, database).run("forecast", "--scorecard");
        assertThat(words.out()).contains("Onde o plug-in guess (hunch) opinou. Em 7 dias");
    }

    @Test
    void oneThatBreaksItsPromiseIsLeftOut() throws IOException {
        List<String> wrong = List.of("5, 1", "Double.NaN, 1", "1, 0.2");
        for (int day = 0; day < wrong.size(); day++) {
            install(wrong.get(day), "Hunch");
            assertThat(of("smiles", forecast(MORNING.plus(Duration.ofDays(day))))
                            .path("signals"))
                    .isEmpty();
        }
        install("2, 2", "");
        assertThat(of("smiles", forecast(MORNING.plus(Duration.ofDays(3)))).path("signals"))
                .isEmpty();
        long faults = database.database()
                .with(open -> open.createQuery("select value from metric_log where name = 'plugin_errors'")
                        .mapTo(Long.class)
                        .one());
        assertThat(faults).isEqualTo(4);
    }
}
