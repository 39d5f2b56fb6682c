package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.web.page.HeatMap.Week;
import org.milesbot.cli.web.page.PriceDrawing.Price;
import org.milesbot.cli.web.page.Scale.Tick;
import org.milesbot.forecast.backtest.Bin;
import org.milesbot.forecast.backtest.Estimate;
import org.milesbot.forecast.backtest.MethodScore;
import org.milesbot.forecast.history.DatedCampaign;

class DrawingsTest {

    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static DatedCampaign campaign(String program, @Nullable Integer percent, LocalDate start, LocalDate end) {
        Percent bonus = percent == null ? null : Percent.of(percent);
        return new DatedCampaign(
                new ProgramId(program), new TreeSet<>(), bonus, bonus, start, end, new DatedCampaign.Known(true, true));
    }

    private static HeatMap heat(DatedCampaign... campaigns) {
        return HeatMap.of(List.of("smiles", "azul"), List.of(campaigns), TODAY, week -> week.days() + " days");
    }

    @Test
    void ticksAreRoundAndInside() {
        assertThat(new Scale(0, 166_000, 250, 10).ticks(4))
                .extracting(Tick::value)
                .containsExactly(0.0, 50_000.0, 100_000.0, 150_000.0);
        assertThat(new Scale(0, 1, 0, 100).ticks(5)).extracting(Tick::at).containsExactly(0L, 20L, 40L, 60L, 80L, 100L);
        assertThat(new Scale(5, 5, 0, 100).ticks(4)).containsExactly(new Tick(5, 50));
    }

    @Test
    void whatLiesOutsideIsDrawnAtTheEdge() {
        Scale up = new Scale(0, 1, 100, 0);

        assertThat(List.of(up.at(-3), up.at(.25), up.at(7))).containsExactly(100L, 75L, 0L);
    }

    @Test
    void aCampaignFillsTheWeeksItWasOpenIn() {
        HeatMap map = heat(campaign("smiles", 80, MONDAY.minusDays(3), MONDAY.plusDays(1)));

        assertThat(map.rows().get(0).weeks())
                .containsExactly(
                        new Week(MONDAY.minusWeeks(1), Percent.of(80), 3), new Week(MONDAY, Percent.of(80), 2));
        assertThat(map.rows().get(0).cells())
                .containsExactly(
                        new HeatMap.Cell((HeatMap.WEEKS - 2) * HeatMap.PITCH, 3, "3 days"),
                        new HeatMap.Cell((HeatMap.WEEKS - 1) * HeatMap.PITCH, 3, "2 days"));
        assertThat(map.rows().get(1).cells()).isEmpty();
        assertThat(map.rows().get(1).y()).isEqualTo(HeatMap.HEAD + HeatMap.ROW);
    }

    @Test
    void aWeekHasTheHighestPercentageOfItsCampaignsAndEachDayOnce() {
        HeatMap map = heat(
                campaign("smiles", 80, MONDAY, MONDAY.plusDays(2)),
                campaign("smiles", 100, MONDAY.plusDays(2), MONDAY.plusDays(3)),
                campaign("smiles", null, MONDAY.plusDays(3), MONDAY.plusDays(3)));

        assertThat(map.rows().get(0).weeks()).containsExactly(new Week(MONDAY, Percent.of(100), 4));
    }

    @Test
    void levelsFollowThePercentage() {
        assertThat(IntStream.of(20, 50, 79, 80, 99, 100, 300)
                        .map(percent -> new Week(MONDAY, Percent.of(percent), 1).level()))
                .containsExactly(1, 2, 2, 3, 3, 4, 4);
        assertThat(new Week(MONDAY, null, 1).level()).isEqualTo(1);
    }

    @Test
    void nothingIsDrawnBeforeTheFirstWeekOrAfterToday() {
        HeatMap map = heat(
                campaign("azul", 90, TODAY.minusYears(8), TODAY.minusYears(3)),
                campaign("azul", 90, TODAY.minusYears(3), TODAY.plusYears(1)));

        assertThat(map.rows().get(1).weeks()).hasSize(HeatMap.WEEKS);
        assertThat(map.rows().get(1).weeks().get(HeatMap.WEEKS - 1).days()).isEqualTo(6);
        assertThat(map.rows().get(1).cells())
                .allMatch(cell -> cell.x() >= 0 && cell.x() <= map.width() - HeatMap.PITCH);
        assertThat(map.months()).allMatch(month -> month.x() >= 0 && month.x() < map.width());
    }

    @Test
    void aCurveRisesFromTheCornerToItsThirtiethDay() {
        CurveDrawing curve = CurveDrawing.of(
                IntStream.rangeClosed(1, 90).mapToObj(day -> day / 90.0).toList());

        assertThat(curve.line()).startsWith("M40,82L").contains("L" + curve.weekX() + "," + curve.weekY());
        assertThat(curve.line()).endsWith("L212," + curve.monthY());
        assertThat(curve.monthY()).isEqualTo(57);
        assertThat(curve.area()).isEqualTo(curve.line() + "V82Z");
    }

    @Test
    void discsLieWhereWhatWasSaidMeetsWhatCame() {
        Estimate none = new Estimate(0, 0, 0);
        MethodScore method = new MethodScore(
                "climatology",
                new MethodScore.Accuracy(.1, 0, .3, .5, .1),
                new MethodScore.Calibration(none, List.of(new Bin(1, 0, 1), new Bin(0, 1, 100))),
                new MethodScore.Behind(none, none));

        ReliabilityDrawing.Method drawn =
                ReliabilityDrawing.of(List.of(method)).methods().get(0);

        assertThat(drawn.line()).isEqualTo("M44,14L296,276");
        assertThat(drawn.discs()).extracting(ReliabilityDrawing.Disc::radius).containsExactly(13L, 3L);
        assertThat(ReliabilityDrawing.diagonal()).isEqualTo("M44,276L296,14");
    }

    @Test
    void pricesAreDotsInTheInkOfTheirProgramme() {
        PriceDrawing drawing = PriceDrawing.of(
                List.of(
                        new Price(TODAY.minusDays(60), 30_000, "smiles", "one"),
                        new Price(TODAY, 60_000, "azul", "other")),
                List.of("azul", "smiles"));

        assertThat(drawing.dots()).extracting(PriceDrawing.Dot::ink).containsExactly(2, 1);
        assertThat(drawing.dots().get(0).x()).isLessThan(drawing.dots().get(1).x());
        assertThat(drawing.dots().get(0).y())
                .isGreaterThan(drawing.dots().get(1).y());
        assertThat(drawing.miles()).extracting(Tick::value).containsExactly(0.0, 20_000.0, 40_000.0, 60_000.0);
        assertThat(drawing.months()).hasSize(2);
        assertThat(drawing.inks()).isEqualTo(2);
        assertThat(PriceDrawing.ink(17)).isEqualTo(5);
    }

    @Test
    void aSinglePriceHasAMonthToo() {
        PriceDrawing drawing = PriceDrawing.of(List.of(new Price(TODAY, 0, "azul", "free")), List.of("azul"));

        assertThat(drawing.dots()).hasSize(1);
        assertThat(drawing.months()).hasSize(1);
    }
}
