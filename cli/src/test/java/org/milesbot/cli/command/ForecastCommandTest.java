package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.testing.TestDatabase;

class ForecastCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String EVENTS = """
            program,origin,bonus_pct,base_pct,start,end,confidence
            smiles,*,70,50,2026-06-01,2026-06-04,exact
            smiles,*,80,50,2026-06-29,2026-07-02,exact
            smiles,livelo,90,60,2026-07-27,2026-07-30,exact
            smiles,*,80,50,2026-08-24,2026-08-27,exact
            smiles,livelo|esfera,80,50,2026-09-21,2026-09-25,exact
            smiles,*,70,50,2026-11-18,2026-11-24,exact
            azul,livelo,110,80,2026-07-06,2026-07-08,exact
            azul,itau,120,80,2026-08-10,2026-08-12,exact
            azul,livelo,100,,2026-10-05,2026-10-07,exact
            azul,livelo,100,,2026-11-30,,partial
            tap,itau,,,2026-09-01,2026-09-03,exact
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void writeEvents() throws IOException {
        Files.writeString(home.resolve("events.csv"), EVENTS);
    }

    @Test
    void tellsAFileWithoutADatabase() {
        Ended run = CommandRun.in(home).run("forecast", "--events", "events.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).startsWith("PROGRAMA").endsWith("ÚLTIMA");
        assertThat(unbroken(run))
                .contains("Smiles: nos últimos 12 meses abriu bônus a cada ~34 dias")
                .contains("há uma campanha em andamento até 24/11", "abrir outra em 7 dias")
                .contains("a próxima está anunciada para 30/11")
                .contains("percentuais desconhecidos");
        assertThat(run.err())
                .contains("3 programas e 5 rotas, de 10 campanhas até 20/11/2026.")
                .doesNotContain("guardada", "import");
        assertThat(home.resolve("postgres")).doesNotExist();
    }

    /** What it printed, wherever its lines were broken. */
    private static String unbroken(Ended run) {
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void printsOneObjectASeriesAndTheSameEachTime() throws IOException {
        Ended first = CommandRun.in(home).run("forecast", "--events", "events.csv", "--json");
        Ended second = CommandRun.in(home).run("forecast", "--events", "events.csv", "--json");

        assertThat(first.out()).isEqualTo(second.out());
        assertThat(first.lines()).hasSize(3);
        JsonNode azul = JSON.readTree(first.lines().get(0));
        assertThat(azul.path("program").asText()).isEqualTo("azul");
        assertThat(azul.path("as_of").asText()).isEqualTo("2026-11-20");
        assertThat(azul.path("announced_start").asText()).isEqualTo("2026-11-30");
        assertThat(azul.path("next_7d_prob").asDouble()).isBetween(.01, .99);
    }

    @Test
    void knowsNothingOfWhatCameAfterTheDay() throws IOException {
        Files.writeString(
                home.resolve("cut.csv"),
                EVENTS.lines()
                        .filter(line -> !line.contains("2026-09") && !line.contains("2026-1"))
                        .reduce("", (all, line) -> all + line + "\n"));

        Ended whole = CommandRun.in(home).run("forecast", "--events", "events.csv", "--as-of", "2026-08-31", "--json");
        Ended cut = CommandRun.in(home).run("forecast", "--events", "cut.csv", "--as-of", "2026-08-31", "--json");

        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(whole.out()).isEqualTo(cut.out()).contains("\"announced_start\":null");
    }

    @Test
    void tellsOnlyWhatWasAskedFor() {
        Ended programs =
                CommandRun.in(home).run("forecast", "--events", "events.csv", "--program", "smiles,tap", "--json");
        Ended routes = CommandRun.in(home).run("forecast", "--events", "events.csv", "--routes", "--json");
        Ended some = CommandRun.in(home)
                .run("forecast", "--events", "events.csv", "--route", "livelo>smiles", "--route", "esfera:smiles");

        assertThat(programs.lines()).hasSize(2).allMatch(line -> line.contains("smiles") || line.contains("tap"));
        assertThat(routes.lines()).hasSize(5).noneMatch(line -> line.contains("\"origin\":null"));
        assertThat(unbroken(some))
                .contains("◔ livelo:smiles", "◔ esfera:smiles", "Livelo → Smiles: ", "certeza é baixa")
                .doesNotContain("azul");
    }

    @Test
    void tellsThePoolOfWhatHasNoHistory() {
        Ended run = CommandRun.in(home).run("forecast", "--events", "events.csv", "--program", "latam_pass");
        Ended route =
                CommandRun.in(home).run("forecast", "--events", "events.csv", "--route", "nubank:smiles", "--json");

        assertThat(unbroken(run))
                .contains("○ LATAM Pass")
                .contains("LATAM Pass: sem histórico: vale a média dos outros programas; chance de abrir");
        assertThat(route.lines()).hasSize(1);
        assertThat(route.out()).contains("\"campaigns\":4");
    }

    @Test
    void tellsTheChanceOfAHighOne() throws IOException {
        Ended run = CommandRun.in(home)
                .run("forecast", "--events", "events.csv", "--program", "smiles", "--bonus", "82,5%", "--json");

        JsonNode smiles = JSON.readTree(run.out());
        assertThat(smiles.path("asked_bonus_pct").decimalValue()).isEqualByComparingTo("82.5");
        assertThat(smiles.path("next_30d_asked_prob").asDouble())
                .isPositive()
                .isLessThan(smiles.path("next_30d_prob").asDouble());
    }

    @Test
    void draws() throws IOException {
        Ended png = CommandRun.in(home).run("forecast", "--events", "events.csv", "--chart", "x.png");
        Ended svg = CommandRun.in(home).run("forecast", "--events", "events.csv", "--chart", "x.svg", "--quiet");

        assertThat(png.err()).contains("Desenho em x.png.");
        assertThat(Objects.requireNonNull(ImageIO.read(home.resolve("x.png").toFile()))
                        .getWidth())
                .isEqualTo(1080);
        assertThat(svg.exitCode()).isZero();
        assertThat(home.resolve("x.svg")).content().startsWith("<svg ").contains(">Azul Fidelidade<", "<circle ");
    }

    @Test
    void refusesWhatIsWrong() {
        assertRefused("não serve para --as-of", "--as-of", "2026-11-22");
        assertRefused("2026-13-01", "--as-of", "2026-13-01");
        assertRefused("não serve para --bonus", "--bonus", "muito");
        assertRefused("não serve para --bonus", "--bonus", "-5");
        assertRefused("por exemplo livelo:smiles", "--route", "livelo");
        assertRefused("você quis dizer smiles?", "--program", "smile");
        assertRefused("não é um programa", "--program", "Smiles!");
        assertRefused("você quis dizer livelo?", "--route", "livello:smiles");
        assertRefused(".png ou .svg", "--chart", "x.jpg");
    }

    private void assertRefused(String sentence, String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(new String[] {"forecast", "--events", "events.csv"}, 0, all, 0, 3);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        Ended run = CommandRun.in(home).run(all);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFileAndGoesOn() throws IOException {
        Files.writeString(home.resolve("bad.csv"), EVENTS + "smiles,*,80,50,ontem,,exact\n");

        Ended bad = CommandRun.in(home).run("forecast", "--events", "bad.csv");
        Ended missing = CommandRun.in(home).run("forecast", "--events", "nada.csv");

        assertThat(bad.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(bad.err()).contains("linha 13", "ontem");
        assertThat(bad.out()).contains("Smiles");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(missing.err()).contains("nada.csv");
    }

    @Test
    void warnsOfAFileThatEndedLongAgo() throws IOException {
        Files.writeString(home.resolve("old.csv"), "program,start,end\nsmiles,2025-01-05,2025-01-08\n");

        Ended old = CommandRun.in(home).run("forecast", "--events", "old.csv");

        assertThat(old.err())
                .contains("terminou em 08/01/2025", "--as-of escolhe outro dia")
                .contains("Só uma campanha conhecida");
        assertThat(unbroken(old)).contains("a última campanha terminou em 08/01/2025", "em formação (uma campanha)");
    }

    @Test
    void speaksEnglish() {
        Ended run = CommandRun.in(home).run("forecast", "--events", "events.csv", "--lang", "en");

        assertThat(unbroken(run))
                .startsWith("PROGRAMME")
                .contains("Smiles: in the last 12 months a bonus started every");
        assertThat(run.err()).contains("3 programmes and 5 routes, from 10 campaigns up to 20/11/2026.");
    }

    @Test
    void keepsTheForecastOfYesterdayAndShowsIt() throws IOException {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("import", "events.csv");

            Ended other = CommandRun.in(home, database).run("forecast", "--as-of", "2026-11-10");
            Ended nothing = CommandRun.in(home, database).run("forecast", "show");
            Ended made = CommandRun.in(home, database).run("forecast", "--json");
            Ended shown = CommandRun.in(home, database).run("forecast", "show", "--json");

            assertThat(other.exitCode()).as(other.err()).isZero();
            assertThat(other.err()).contains("esta não");
            assertThat(nothing.err()).contains("Nenhuma previsão guardada");
            assertThat(made.exitCode()).as(made.err()).isZero();
            assertThat(made.err()).contains("ficou guardada");
            assertThat(shown.lines()).hasSameSizeAs(made.lines());
            assertSameForecast(made.lines(), shown.lines());
            assertThat(outcomes(database)).containsExactly("ok");
            Ended routes = CommandRun.in(home, database).run("forecast", "show", "--route", "livelo:smiles");
            assertThat(unbroken(routes)).contains("◔ livelo:smiles", "certeza é baixa");
            Ended late = CommandRun.in(home, database)
                    .at(CommandRun.NOW.plus(Duration.ofDays(3)))
                    .run("forecast", "show", "--program", "smiles", "--chart", "s.svg");
            assertThat(unbroken(late)).contains("Esta previsão é do fim de 20/11/2026", "Smiles: ");
            assertThat(home.resolve("s.svg")).content().contains("Smiles");
        }
    }

    /** What is not kept is null. */
    private static void assertSameForecast(List<String> made, List<String> shown) throws IOException {
        for (int i = 0; i < made.size(); i++) {
            JsonNode fresh = JSON.readTree(made.get(i));
            JsonNode kept = JSON.readTree(shown.get(i));
            kept.properties().forEach(field -> {
                if (!field.getValue().isNull() && !field.getKey().equals("half_life_weights")) {
                    assertThat(field.getValue().toString())
                            .as(field.getKey())
                            .isEqualTo(fresh.path(field.getKey()).toString());
                }
            });
            assertThat(kept.path("next_30d_plain_prob").isNull()).isFalse();
        }
    }

    private static List<String> outcomes(TestDatabase database) {
        return database.database()
                .with(open -> open.createQuery("select outcome from run where job = 'forecast' order by id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void saysHowToBeginWithoutAnyCampaign() {
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).run("forecast");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Nenhuma campanha conhecida", "\"milesbot import\"");
        }
    }

    @Test
    void leavesItToWhoeverIsAtIt() {
        try (TestDatabase database = TestDatabase.migrated()) {
            CommandRun.in(home, database).run("db", "migrate");
            try (Held held =
                    new Locks(database.database()).tryAcquire("forecast").orElseThrow()) {
                Ended run = CommandRun.in(home, database).run("forecast");

                assertThat(run.exitCode()).isZero();
                assertThat(run.err()).contains("Outro processo já está");
                assertThat(held).isNotNull();
            }
        }
    }
}
