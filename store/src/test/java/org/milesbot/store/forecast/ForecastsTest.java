package org.milesbot.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.forecast.StoredForecast.Basis;
import org.milesbot.store.forecast.StoredForecast.Chances;
import org.milesbot.store.forecast.StoredForecast.Confidence;
import org.milesbot.store.forecast.StoredForecast.Driver;
import org.milesbot.store.forecast.StoredForecast.Estimate;
import org.milesbot.store.forecast.StoredForecast.Last;
import org.milesbot.store.forecast.StoredForecast.Levels;
import org.milesbot.store.forecast.StoredForecast.Made;
import org.milesbot.store.forecast.StoredForecast.Outlook;
import org.milesbot.store.forecast.StoredForecast.Pair;
import org.milesbot.store.forecast.StoredForecast.Quantiles;
import org.milesbot.store.forecast.StoredForecast.Readiness;
import org.milesbot.store.forecast.StoredForecast.Rivals;
import org.milesbot.store.forecast.StoredForecast.Series;
import org.milesbot.store.forecast.StoredForecast.Span;
import org.milesbot.store.testing.TestDatabase;

class ForecastsTest {

    private static final ProgramId AZUL = new ProgramId("azul");
    private static final ProgramId SMILES = new ProgramId("smiles");
    private static final OriginId LIVELO = new OriginId("livelo");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private TestDatabase test;
    private Forecasts forecasts;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        forecasts = new Forecasts(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static Instant morningAfter(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.of(4, 30)).toInstant(ZoneOffset.UTC);
    }

    private static Estimate about(double probability) {
        return new Estimate(probability, probability / 2, (1 + probability) / 2);
    }

    private static Chances chances(double week, double month) {
        List<Double> curve = IntStream.rangeClosed(1, Chances.CURVE_DAYS)
                .mapToObj(day -> 1 - Math.exp(-day / 31.7))
                .toList();
        return new Chances(about(week / 7), about(week / 2), about(week), about(month), about(0.97), curve);
    }

    private static Rivals rivals() {
        return new Rivals(
                new Pair(0.3, 0.7),
                new Pair(0.31, 0.71),
                new Pair(0.0, 1.0),
                new Pair(0.168, 0.4616),
                0.13,
                List.of(new Opinion(
                        "sample",
                        "payday",
                        new Opinion.Words("Dia de \"pagamento\"", "Payday"),
                        new Pair(1.25, 0.5),
                        new Opinion.Words("cai nestes dias <b>", "falls into these days"))));
    }

    private static StoredForecast forecast(
            ProgramId program, @Nullable OriginId origin, LocalDate day, double week, double month) {
        return new StoredForecast(
                new Series(program, origin),
                new Made(day, morningAfter(day), "hgp-1"),
                chances(week, month),
                rivals(),
                new Levels(
                        new Quantiles(Percent.of(70), Percent.of("82.5"), Percent.of(100)),
                        new Quantiles(Percent.of(20), Percent.of(30), Percent.of(30))),
                new Outlook(17, new Span(day.plusDays(9), day.plusDays(14)), day.plusDays(3), day.plusDays(1)),
                new Basis(
                        18,
                        Confidence.MEDIUM,
                        Readiness.READY,
                        List.of(new Driver("weekday", 0.4), new Driver("elapsed", -0.1234567890123)),
                        new Last(day.minusDays(9), day.minusDays(6)),
                        17.25));
    }

    private static StoredForecast ofNothing(ProgramId program, LocalDate day) {
        return new StoredForecast(
                new Series(program, null),
                new Made(day, morningAfter(day), "hgp-1"),
                chances(0.168169956779, 0.461609426423),
                new Rivals(new Pair(0.3, 0.7), new Pair(0.31, 0.71), new Pair(0, 1), new Pair(0.2, 0.5), 0.13, null),
                new Levels(null, null),
                new Outlook(null, null, null, null),
                new Basis(0, Confidence.LOW, Readiness.NONE, List.of(), null, null));
    }

    @Test
    void givesBackWhatItKept() {
        List<StoredForecast> kept = List.of(
                forecast(AZUL, null, DAY, 0.1 + 0.2, 0.7),
                forecast(AZUL, LIVELO, DAY, 0.2, 0.6),
                ofNothing(SMILES, DAY));

        forecasts.save(kept);

        assertThat(forecasts.latest(Set.of(), null)).isEqualTo(kept);
        assertThat(forecasts.of(DAY, DAY)).isEqualTo(kept);
    }

    @Test
    void finishesWithNothingToKeep() {
        forecasts.save(List.of());

        assertThat(forecasts.latest(Set.of(), null)).isEmpty();
    }

    @Test
    void takesTheLaterOfTwoOfOneDay() {
        forecasts.save(List.of(forecast(AZUL, null, DAY, 0.2, 0.6), forecast(AZUL, LIVELO, DAY, 0.2, 0.6)));

        forecasts.save(List.of(forecast(AZUL, null, DAY, 0.3, 0.7)));

        assertThat(forecasts.of(DAY, DAY))
                .containsExactly(forecast(AZUL, null, DAY, 0.3, 0.7), forecast(AZUL, LIVELO, DAY, 0.2, 0.6));
    }

    @Test
    void keepsWhatAnotherModelSaidOfTheSameDay() {
        StoredForecast old = forecast(AZUL, null, DAY, 0.2, 0.6);
        StoredForecast other = new StoredForecast(
                old.series(),
                new Made(DAY, morningAfter(DAY).plusSeconds(60), "hgp-2"),
                old.chances(),
                old.rivals(),
                old.levels(),
                old.outlook(),
                old.basis());
        forecasts.save(List.of(old, other));

        assertThat(forecasts.of(DAY, DAY)).containsExactly(old, other);
        assertThat(forecasts.latest(Set.of(), null)).containsExactly(other);
    }

    @Test
    void findsTheNewestOfEachSeries() {
        forecasts.save(List.of(
                forecast(AZUL, LIVELO, DAY, 0.2, 0.6),
                forecast(AZUL, null, DAY, 0.2, 0.6),
                forecast(SMILES, null, DAY.minusDays(3), 0.1, 0.4)));
        forecasts.save(List.of(forecast(AZUL, null, DAY.minusDays(1), 0.4, 0.8)));

        assertThat(forecasts.latest(Set.of(), null))
                .containsExactly(
                        forecast(AZUL, null, DAY, 0.2, 0.6),
                        forecast(AZUL, LIVELO, DAY, 0.2, 0.6),
                        forecast(SMILES, null, DAY.minusDays(3), 0.1, 0.4));
        assertThat(forecasts.latest(Set.of(SMILES), null))
                .containsExactly(forecast(SMILES, null, DAY.minusDays(3), 0.1, 0.4));
        assertThat(forecasts.latest(Set.of(), LIVELO)).containsExactly(forecast(AZUL, LIVELO, DAY, 0.2, 0.6));
        assertThat(forecasts.latest(Set.of(SMILES), LIVELO)).isEmpty();
    }

    @Test
    void findsAllOfSomeDays() {
        List<StoredForecast> week = IntStream.range(0, 7)
                .mapToObj(day -> forecast(AZUL, null, DAY.plusDays(day), 0.2, 0.6))
                .toList();
        forecasts.save(week);

        assertThat(forecasts.of(DAY.plusDays(1), DAY.plusDays(3))).isEqualTo(week.subList(1, 4));
    }

    @Test
    void keepsNoneIfOneIsBad() {
        forecasts.save(List.of(forecast(AZUL, null, DAY, 0.2, 0.6)));
        List<StoredForecast> bad = List.of(
                forecast(AZUL, null, DAY, 0.3, 0.7),
                forecast(SMILES, null, DAY, 0.3, 0.7),
                forecast(SMILES, LIVELO, DAY, 0.7, 0.3));

        assertThatThrownBy(() -> forecasts.save(bad)).isInstanceOf(MilesbotException.class);

        assertThat(forecasts.of(DAY, DAY)).containsExactly(forecast(AZUL, null, DAY, 0.2, 0.6));
    }

    @Test
    void keepsNoneIfOneIsThereTwice() {
        List<StoredForecast> twice = List.of(forecast(AZUL, null, DAY, 0.3, 0.7), forecast(AZUL, null, DAY, 0.4, 0.8));

        assertThatThrownBy(() -> forecasts.save(twice)).isInstanceOf(MilesbotException.class);

        assertThat(forecasts.of(DAY, DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void isNeverSure(double probability) {
        assertThatThrownBy(() -> new Estimate(probability, 0.1, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(0.5, probability, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(0.5, 0.1, probability)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatHasNotTheRightForm() {
        Estimate some = about(0.2);
        List<Double> curve = List.of(0.1, 0.2);

        assertThatThrownBy(() -> new Estimate(0.5, 0.6, 0.4)).hasMessageContaining("upside down");
        assertThatThrownBy(() -> new Chances(some, some, some, some, some, curve))
                .hasMessageContaining("90 days, not 2");
    }
}
