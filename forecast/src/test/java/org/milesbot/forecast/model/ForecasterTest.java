package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Outage;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.history.Told;

final class ForecasterTest {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 6, 30);
    private static final List<Confidence> CONFIDENCES = List.of(Confidence.values());
    private static final SeriesKey SMILES = SeriesKey.of(new ProgramId("smiles"));
    private static final SeriesKey AZUL = SeriesKey.of(new ProgramId("azul"));

    private static List<Campaign> monthly(String program, LocalDate first, LocalDate last) {
        List<Campaign> told = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(28)) {
            told.add(Told.campaign(program, "livelo", 80, day, day.plusDays(2), Confidence.EXACT));
        }
        return told;
    }

    private static List<Campaign> random(int seed) {
        Random random = new Random(seed);
        List<Campaign> told = new ArrayList<>();
        int campaigns = random.nextInt(60);
        for (int i = 0; i < campaigns; i++) {
            LocalDate start = ORIGIN.minusDays(random.nextInt(1500)).plusDays(20);
            told.add(Told.campaign(
                    List.of("smiles", "azul", "tap").get(random.nextInt(3)),
                    List.of("*", "livelo", "esfera").get(random.nextInt(3)),
                    30 + 10L * random.nextInt(8),
                    start,
                    random.nextBoolean() ? start.plusDays(random.nextInt(8)) : null,
                    CONFIDENCES.get(random.nextInt(3))));
        }
        return told;
    }

    private static SeriesForecast of(Forecast forecast, SeriesKey key) {
        return forecast.series().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static SeriesForecast smiles(History history) {
        return of(Forecaster.programs(history, ORIGIN, null), SMILES);
    }

    @Property(tries = 25)
    void neverSaysNeverAndRisesWithTheHorizon(@ForAll @IntRange(max = 100_000) int seed) {
        History history = History.of(random(seed));
        List<SeriesForecast> all = new ArrayList<>(
                Forecaster.programs(history, ORIGIN, Percent.of(70)).series());
        all.addAll(Forecaster.routes(history, ORIGIN, null).series());
        for (SeriesForecast forecast : all) {
            assertThat(forecast.chances().curve()).isSorted().hasSize(90).allMatch(chance -> chance > 0 && chance < 1);
            forecast.chances().within().values().forEach(ForecasterTest::isProbable);
            forecast.chances().high().forEach((horizon, high) -> {
                isProbable(high);
                assertThat(high.value())
                        .isLessThanOrEqualTo(forecast.chances().at(horizon).value() + 1e-12);
            });
            assertThat(forecast.chances().at(30).value())
                    .isEqualTo(forecast.chances().curve().get(29));
        }
    }

    private static void isProbable(Probability probability) {
        assertThat(probability.low()).isPositive().isLessThan(probability.high());
        assertThat(probability.high()).isLessThan(1);
        assertThat(probability.value()).isPositive().isLessThan(1);
    }

    @Property(tries = 12)
    void doesNotDependOnTheOrderNorOnRepeats(@ForAll @IntRange(max = 100_000) int seed) {
        List<Campaign> told = random(seed);
        Forecast expected = Forecaster.programs(History.of(told), ORIGIN, null);
        List<Campaign> again = new ArrayList<>(told);
        again.addAll(told);
        Collections.shuffle(again, new Random(seed));
        assertThat(Forecaster.programs(History.of(again), ORIGIN, null)).isEqualTo(expected);
    }

    @Property(tries = 12)
    void seesNothingOfTheFuture(@ForAll @IntRange(max = 100_000) int seed) {
        List<Campaign> told = random(seed);
        LocalDate earlier = ORIGIN.minusDays(400);
        History cut = History.of(told.stream()
                .filter(campaign -> start(campaign).compareTo(earlier) <= 0)
                .toList());
        Forecast with = Forecaster.programs(History.of(told), earlier, null);
        Forecast without = Forecaster.programs(cut, earlier, null);
        assertThat(with.pool()).isEqualTo(without.pool());
        assertThat(with.series()).hasSameSizeAs(without.series());
        for (int i = 0; i < with.series().size(); i++) {
            assertThat(with.series().get(i).chances())
                    .isEqualTo(without.series().get(i).chances());
            assertThat(with.series().get(i).bonus())
                    .isEqualTo(without.series().get(i).bonus());
        }
        assertThat(Forecaster.routes(History.of(told), earlier, null).pool())
                .isEqualTo(Forecaster.routes(cut, earlier, null).pool());
    }

    private static LocalDate start(Campaign campaign) {
        if (campaign.start() == null) {
            throw new IllegalStateException("all of them have one here");
        }
        return campaign.start();
    }

    @Property(tries = 8)
    void plainForecastsOnlyKnowWeekdays(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 60) int weeks) {
        List<Campaign> told = random(seed);
        List<Campaign> later = told.stream()
                .map(one -> new Campaign(
                        one.program(),
                        one.origins(),
                        one.bonus(),
                        one.base(),
                        start(one).plusWeeks(weeks),
                        one.end() == null ? null : one.end().plusWeeks(weeks),
                        one.confidence()))
                .toList();
        List<SeriesForecast> expected =
                Forecaster.routes(History.of(told), ORIGIN, null).series();
        List<SeriesForecast> shifted = Forecaster.routes(History.of(later), ORIGIN.plusWeeks(weeks), null)
                .series();
        assertThat(shifted)
                .extracting(SeriesForecast::chances)
                .isEqualTo(expected.stream().map(SeriesForecast::chances).toList());
    }

    @Test
    void forecastsNothingFromNothing() {
        Forecast forecast = Forecaster.programs(History.of(List.of()), ORIGIN, null);
        assertThat(forecast.series()).isEmpty();
        assertThat(forecast.pool().at(30)).isBetween(.01, .99);
    }

    @Test
    void showsThePoolForAProgrammeWithoutAHistory() {
        History history =
                new History(monthly("smiles", ORIGIN.minusDays(600), ORIGIN), List.of(), Map.of(), Set.of(AZUL));
        Forecast forecast = Forecaster.programs(history, ORIGIN, null);
        SeriesForecast azul = of(forecast, AZUL);
        assertThat(azul.grounds().readiness()).isEqualTo(Readiness.NONE);
        assertThat(azul.grounds().certainty()).isEqualTo(Certainty.LOW);
        assertThat(azul.bonus()).isNull();
        assertThat(azul.past().lastStart()).isNull();
        assertThat(azul.chances().at(30).value()).isCloseTo(forecast.pool().at(30), within(1e-12));
    }

    @Test
    void takesSilenceForAnswerWhereItWatched() {
        List<Campaign> told = monthly("smiles", ORIGIN.minusDays(600), ORIGIN);
        History watched = new History(told, List.of(), Map.of(AZUL, ORIGIN.minusDays(600)), Set.of());
        Forecast forecast = Forecaster.programs(watched, ORIGIN, null);
        assertThat(of(forecast, AZUL).chances().at(30).value())
                .isLessThan(forecast.pool().at(30) / 2);
    }

    @Test
    void countsOnOneCampaignButSaysHowLittleThatIs() {
        SeriesForecast forecast =
                smiles(History.of(List.of(Told.exact("smiles", "livelo", 100, "2026-03-10", "2026-03-12"))));
        assertThat(forecast.past().campaigns()).isEqualTo(1);
        assertThat(forecast.grounds().readiness()).isEqualTo(Readiness.FORMING);
        assertThat(forecast.grounds().certainty()).isEqualTo(Certainty.LOW);
        assertThat(forecast.bonus()).isNotNull();
        assertThat(forecast.chances().at(30).high())
                .isGreaterThan(4 * forecast.chances().at(30).low());
    }

    @Test
    void takesWhatStartsTodayForHistory() {
        List<Campaign> told = monthly("smiles", ORIGIN.minusDays(28 * 20), ORIGIN);
        SeriesForecast forecast = smiles(History.of(told));
        assertThat(forecast.past().lastStart()).isEqualTo(ORIGIN);
        assertThat(forecast.past().announcedStart()).isNull();
        assertThat(forecast.chances().at(1).value()).isLessThan(.05);
    }

    @Test
    void announcesWhatIsToStart() {
        List<Campaign> told = monthly("smiles", ORIGIN.minusDays(28 * 20), ORIGIN);
        SeriesForecast before = smiles(History.of(told));
        told.add(Told.campaign("smiles", "livelo", 100, ORIGIN.plusDays(9), null, Confidence.PARTIAL));
        SeriesForecast after = smiles(History.of(told));
        assertThat(after.past().announcedStart()).isEqualTo(ORIGIN.plusDays(9));
        assertThat(after.chances()).isEqualTo(before.chances());
    }

    @Test
    void learnsThatCampaignsComeEveryFourWeeks() {
        History history = History.of(monthly("smiles", ORIGIN.minusDays(28 * 40 + 26), ORIGIN));
        SeriesForecast due = smiles(history);
        assertThat(due.past().lastStart()).isEqualTo(ORIGIN.minusDays(26));
        SeriesForecast fresh = of(Forecaster.programs(history, ORIGIN.minusDays(26), null), SMILES);
        assertThat(due.chances().at(3).value())
                .isGreaterThan(3 * 3.0 / 28)
                .isGreaterThan(4 * fresh.chances().at(3).value());
        assertThat(due.past().gapDays()).isCloseTo(28, within(1e-9));
        assertThat(due.grounds().drivers()).hasSize(2);
        LikelyWindow dueWindow = Objects.requireNonNull(due.chances().window());
        LikelyWindow freshWindow = Objects.requireNonNull(fresh.chances().window());
        assertThat(dueWindow.last()).isLessThan(freshWindow.first());
    }

    @Test
    void doesNotTakeAHoleInTheRecordForSilence() {
        List<Campaign> dense = monthly("smiles", ORIGIN.minusDays(28 * 20), ORIGIN);
        List<Campaign> holed = new ArrayList<>(dense);
        holed.add(Told.exact("smiles", "livelo", 50, "2016-05-10", "2016-05-12"));
        assertThat(smiles(History.of(holed)).chances().at(30).value())
                .isCloseTo(smiles(History.of(dense)).chances().at(30).value(), within(.12));
    }

    @Test
    void doesNotTakeAnOutageForSilence() {
        List<Campaign> told = monthly("smiles", ORIGIN.minusDays(28 * 20), ORIGIN.minusDays(150));
        Outage outage = new Outage(ORIGIN.minusDays(149), ORIGIN);
        double silent = smiles(History.of(told)).chances().at(30).value();
        double out = smiles(new History(told, List.of(outage), Map.of(), Set.of()))
                .chances()
                .at(30)
                .value();
        assertThat(out).isGreaterThan(silent + .1);
    }

    @Test
    void followsAPaceThatChanges() {
        List<Campaign> told = monthly("smiles", ORIGIN.minusDays(28 * 40), ORIGIN.minusDays(28 * 8));
        for (LocalDate day = ORIGIN.minusDays(28 * 7); day.isBefore(ORIGIN); day = day.plusDays(7)) {
            told.add(Told.campaign("smiles", "livelo", 80, day, day, Confidence.EXACT));
        }
        assertThat(smiles(History.of(told)).chances().at(7).value())
                .isGreaterThan(smiles(History.of(monthly("smiles", ORIGIN.minusDays(28 * 40), ORIGIN)))
                                .chances()
                                .at(7)
                                .value()
                        * 1.5);
    }

    @Test
    void saysNothingOfPercentagesThatNobodyTold() {
        Campaign told = new Campaign(
                new ProgramId("smiles"),
                new TreeSet<>(Set.of(new OriginId("livelo"))),
                null,
                null,
                ORIGIN.minusDays(20),
                null,
                Confidence.PARTIAL);
        SeriesForecast forecast = smiles(History.of(List.of(told)));
        assertThat(forecast.bonus()).isNull();
        assertThat(forecast.base()).isNull();
        assertThat(of(Forecaster.programs(History.of(List.of(told)), ORIGIN, Percent.of(80)), SMILES)
                        .chances()
                        .high())
                .isEmpty();
    }

    @Test
    void isExactlyLomaxWithoutCorrections() {
        RateMixture mixture = new RateMixture(List.of(new RateMixture.Part(1, new GammaShape(3.5), 120.0 / 30)));
        assertThat(mixture.atLeastOne()).isCloseTo(1 - Math.pow(120.0 / 150, 3.5), within(1e-14));
    }
}
