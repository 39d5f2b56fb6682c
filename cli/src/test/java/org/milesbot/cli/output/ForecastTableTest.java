package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.cli.output.SampleForecast.ORIGIN;
import static org.milesbot.cli.output.SampleForecast.TODAY;
import static org.milesbot.cli.output.SampleForecast.series;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.output.Console.Stream;
import org.milesbot.cli.output.Look.Colour;
import org.milesbot.forecast.model.Certainty;
import org.milesbot.forecast.model.Driver;
import org.milesbot.forecast.model.Feature;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;

final class ForecastTableTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    @Test
    void saysHowOftenHowLongAgoHowLikelyAndHowHigh() {
        SeriesForecast smiles = series("smiles").chance(.337, .224, .468).build();

        assertThat(sentence(smiles, PORTUGUESE))
                .isEqualTo("Smiles: nos últimos 12 meses abriu bônus a cada ~17 dias; a última campanha terminou há 9 "
                        + "dias; chance de abrir em 7 dias: 34% (22–47%); costuma dar 70–90%, tipicamente 80%.");
        assertThat(sentence(smiles, Locale.ENGLISH))
                .isEqualTo("Smiles: in the last 12 months a bonus started every ~17 days; the last campaign ended 9 "
                        + "days ago; chance of a start within 7 days: 34% (22–47%); it usually gives 70–90%, "
                        + "typically 80%.");
    }

    @Test
    void saysThatWithoutHistoryTheAverageStandsIn() {
        SeriesForecast stranger = series("tap")
                .ended(null)
                .campaigns(0, null)
                .bonus(null)
                .grounds(Certainty.LOW, Readiness.NONE)
                .build();

        assertThat(sentence(stranger, PORTUGUESE))
                .isEqualTo("TAP Miles&Go: sem histórico: vale a média dos outros programas; chance de abrir em 7 dias: "
                        + "34% (22–47%).");
        assertThat(sentence(stranger, Locale.ENGLISH)).contains("no history: the average of the other programmes");
        assertThat(printed(shown(stranger), PORTUGUESE, 0)).contains("○ TAP Miles&Go  34% (22–47)");
    }

    @Test
    void saysThatHistoryIsStillForming() {
        SeriesForecast one = series("tap")
                .campaigns(1, null)
                .grounds(Certainty.LOW, Readiness.FORMING)
                .build();
        SeriesForecast two = series("tap")
                .campaigns(2, 30.4)
                .grounds(Certainty.LOW, Readiness.FORMING)
                .build();

        assertThat(sentence(one, PORTUGUESE))
                .contains("nos últimos 12 meses abriu bônus uma vez só;")
                .contains("ainda em formação (uma campanha): a média dos outros programas ainda pesa;");
        assertThat(sentence(two, PORTUGUESE)).contains("a cada ~30 dias;", "ainda em formação (2 campanhas):");
        assertThat(sentence(one, Locale.ENGLISH)).contains("started only once;", "still forming (one campaign)");
    }

    @Test
    void saysThatOneIsOpenAndSpeaksOfAnother() {
        SeriesForecast open = series("smiles").ended(TODAY.plusDays(3)).build();
        SeriesForecast ending = series("smiles").ended(TODAY).build();

        assertThat(sentence(open, PORTUGUESE))
                .contains("há uma campanha em andamento até 24/11;", "chance de abrir outra em 7 dias:");
        assertThat(sentence(ending, PORTUGUESE)).contains("em andamento, que termina hoje;", "abrir outra");
        assertThat(sentence(open, Locale.ENGLISH)).contains("a campaign is open until 24/11;", "another start");
        assertThat(printed(shown(open), PORTUGUESE, 0)).contains("até 24/11");
        assertThat(printed(shown(ending), PORTUGUESE, 0)).contains("até hoje");
    }

    @Test
    void saysWhenTheLastOneEnded() {
        assertThat(sentence(series("smiles").ended(ORIGIN).build(), PORTUGUESE)).contains("terminou ontem;");
        assertThat(sentence(series("smiles").ended(ORIGIN.minusDays(1)).build(), PORTUGUESE))
                .contains("terminou há 2 dias;");
        SeriesForecast longAgo =
                series("smiles").ended(ORIGIN.minusYears(3)).campaigns(9, null).build();
        assertThat(sentence(longAgo, PORTUGUESE))
                .contains("nos últimos 12 meses não abriu bônus;", "terminou em 20/11/2023;");
        assertThat(sentence(longAgo, Locale.ENGLISH)).contains("no bonus started;", "ended on 20/11/2023;");
        assertThat(printed(shown(longAgo), PORTUGUESE, 0)).contains("há 3 anos");
        assertThat(printed(shown(series("smiles").ended(ORIGIN).build()), PORTUGUESE, 0))
                .contains("ontem");
    }

    @Test
    void leavesTheChanceOfWhatIsAnnouncedUnsaid() {
        SeriesForecast soon = series("smiles").announced(ORIGIN.plusDays(5)).build();
        SeriesForecast later = series("smiles").announced(ORIGIN.plusDays(10)).build();

        assertThat(sentence(soon, PORTUGUESE))
                .contains("a próxima está anunciada para 25/11;")
                .doesNotContain("chance");
        assertThat(sentence(later, PORTUGUESE)).contains("anunciada para 30/11; chance de abrir outra em 7 dias: 34%");
        assertThat(sentence(series("smiles").announced(TODAY).build(), PORTUGUESE))
                .contains("uma nova está anunciada para hoje");
        assertThat(row(soon)).contains("anunciada  anunciada").contains("25/11");
        assertThat(row(later)).contains("34% (22–47)  anunciada").contains("30/11");
    }

    @Test
    void neverSaysThatItIsCertain() {
        assertThat(row(series("smiles").chance(.0004, .00001, .012).build())).contains("<1% (<1–1)");
        assertThat(row(series("smiles").chance(.9996, .97, .99999).build())).contains(">99% (97–>99)");
        assertThat(row(series("smiles").chance(.0004, .0001, .0009).build())).contains("<1% (<1)");
    }

    @Test
    void saysThatPercentagesAreUnknown() {
        SeriesForecast unknown = series("smiles").bonus(null).build();

        assertThat(sentence(unknown, PORTUGUESE)).contains("percentuais desconhecidos.");
        assertThat(sentence(unknown, Locale.ENGLISH)).contains("percentages unknown.");
        assertThat(sentence(unknown, PORTUGUESE, Percent.of(80))).contains("com 80% ou mais: não dá para dizer");
    }

    @Test
    void saysTheChanceOfAHighOne() {
        SeriesForecast high = series("smiles").high(.12, .07, .2).build();
        SeriesForecast never = series("smiles").build();

        assertThat(sentence(high, PORTUGUESE, Percent.of("82.5"))).contains("com 82,5% ou mais: 12% (7–20%);");
        assertThat(sentence(never, PORTUGUESE, Percent.of(300))).contains("com 300% ou mais: <1%");
        String table =
                printed(ForecastShown.on(TODAY, SampleForecast.of(high), Percent.of("82.5"), false), PORTUGUESE, 0);
        assertThat(table).contains("30 DIAS, ≥82,5%", "12% (7–20)").doesNotContain("PRÓXIMA");
        assertThat(table.lines().mapToInt(Cell::width).max().orElse(0)).isLessThanOrEqualTo(80);
    }

    @Test
    void saysWhatCountsJustNowUnlessItHardlyDoes() {
        SeriesForecast moved = series("smiles")
                .drivers(List.of(new Driver(Feature.ELAPSED, 1.404), new Driver(Feature.MONTH, .82)))
                .build();
        SeriesForecast hardly = series("smiles")
                .drivers(List.of(new Driver(Feature.MARKET, 1.08)))
                .build();

        assertThat(sentence(moved, PORTUGUESE)).endsWith("; pesam agora: tempo desde a última (+40%), mês (−18%).");
        assertThat(sentence(moved, Locale.ENGLISH)).endsWith("time since the last one (+40%), month (−18%).");
        assertThat(sentence(hardly, PORTUGUESE)).doesNotContain("mercado");
    }

    @Test
    void hasAWordForEachFeatureInBothLanguages() {
        for (Feature feature : Feature.values()) {
            SeriesForecast series =
                    series("smiles").drivers(List.of(new Driver(feature, 2))).build();
            assertThat(sentence(series, PORTUGUESE)).contains(" (+100%).");
            assertThat(sentence(series, Locale.ENGLISH)).contains(" (+100%).");
        }
    }

    @Test
    void fitsEightyColumnsAndPutsTheLikeliestFirst() {
        String table = printed(
                ForecastShown.on(
                        TODAY,
                        SampleForecast.of(
                                series("azul").chance(.21, .12, .33).build(),
                                series("smiles").ended(TODAY.plusDays(3)).build(),
                                series("latam_pass")
                                        .ended(null)
                                        .campaigns(0, null)
                                        .bonus(null)
                                        .chance(.9, .5, .95)
                                        .grounds(Certainty.LOW, Readiness.NONE)
                                        .build()),
                        null,
                        true),
                PORTUGUESE,
                0);

        assertThat(table.lines().mapToInt(Cell::width).max().orElse(0)).isLessThanOrEqualTo(80);
        assertThat(table.lines().limit(4).toList())
                .containsExactly(
                        "PROGRAMA                7 DIAS      30 DIAS   BÔNUS  PRÓXIMA      ÚLTIMA",
                        "◑ Smiles           34% (22–47)  80% (60–95)  70–90%  24/11–08/12  até 24/11",
                        "◑ Azul Fidelidade  21% (12–33)  80% (60–95)  70–90%  24/11–08/12  há 9 d",
                        "○ LATAM Pass       90% (50–95)  80% (60–95)       –  24/11–08/12  –");
        assertThat(table).contains("87% o ritmo recente", "a cada ~53 dias", "mais começam: segunda-feira");
    }

    @Test
    void showsMoreWhereThereIsRoom() {
        String table = printed(shown(series("smiles").build()), PORTUGUESE, 120);

        assertThat(table).contains("████████░░", "70–90%, tip. 80%", "há 9 d");
        assertThat(printed(shown(series("smiles").ended(TODAY.plusDays(3)).build()), PORTUGUESE, 120))
                .contains("em andamento até 24/11\n");
        assertThat(printed(shown(series("smiles").announced(ORIGIN.plusDays(10)).build()), PORTUGUESE, 120))
                .contains("anunciada para 30/11\n");
    }

    @Test
    void namesRoutesAndPrintsNotes() {
        SeriesForecast route = series("smiles").from("livelo").build();
        ForecastShown shown = shown(route).with(List.of(Text.plain("Cuidado.")));

        assertThat(printed(shown, PORTUGUESE, 0))
                .contains("ROTA", "◑ livelo:smiles", "o ritmo recente de cada rota", "Cuidado.")
                .contains("Livelo → Smiles: nos últimos");
        assertThat(printed(shown, Locale.ENGLISH, 140)).contains("ROUTE", "◑ Livelo → Smiles  34% (22–47)");
    }

    private static ForecastShown shown(SeriesForecast series) {
        return ForecastShown.on(TODAY, SampleForecast.of(series), null, true);
    }

    /** The row of the only series. */
    private static String row(SeriesForecast series) {
        return printed(shown(series), PORTUGUESE, 0).lines().skip(1).findFirst().orElseThrow();
    }

    private static String sentence(SeriesForecast series, Locale locale) {
        return sentence(series, locale, null);
    }

    /** The paragraph of the only series, on one line. */
    private static String sentence(SeriesForecast series, Locale locale, @Nullable Percent asked) {
        ForecastShown shown = ForecastShown.on(TODAY, SampleForecast.of(series), asked, true);
        return printed(shown, locale, 0)
                .lines()
                .dropWhile(line -> !line.contains(": ") || !line.matches("\\S.*: (nos|in|sem|no) .*"))
                .takeWhile(line -> !line.isEmpty())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static String printed(ForecastShown shown, Locale locale, int width) {
        StringWriter out = new StringWriter();
        Set<Stream> terminals = width > 0 ? Set.of(Stream.OUT) : Set.of();
        PrintWriter writer = new PrintWriter(out);
        Console console = new Console(writer, writer, new Look(locale, terminals, Colour.NEVER, width, false));
        new ForecastTable(console, ProgramNames.known()).print(shown);
        writer.flush();
        return out.toString();
    }
}
