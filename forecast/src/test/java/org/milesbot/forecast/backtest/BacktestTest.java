package org.milesbot.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.milesbot.forecast.backtest.Backtest.Plan;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Outage;
import org.milesbot.forecast.history.Told;
import org.milesbot.forecast.method.Climatology;
import org.milesbot.forecast.method.GammaPoisson;
import org.milesbot.forecast.method.MedianGap;
import org.milesbot.forecast.method.Method;

final class BacktestTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final LocalDate LAST = FIRST.plusDays(400);
    private static final List<Method> SIMPLE = List.of(new GammaPoisson(), new Climatology(), new MedianGap());

    private static List<Campaign> everyTenDays() {
        List<Campaign> told = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(10)) {
            told.add(Told.campaign("smiles", "livelo", 80, day, day, Confidence.EXACT));
        }
        return told;
    }

    private static List<Sample> samples(History history, int horizon) {
        Plan plan = new Plan(FIRST.plusDays(100), LAST, 1, List.of(horizon), false);
        return Objects.requireNonNull(
                Backtest.run(history, plan, SIMPLE, day -> {}).samples().get(horizon));
    }

    @Test
    void seesWhatCameWithinTheHorizon() {
        List<Sample> samples = samples(History.of(everyTenDays()), 7);
        assertThat(samples).hasSize(300 - 7 + 1);
        assertThat(samples).filteredOn(Sample::came).hasSize((int) samples.stream()
                .filter(sample -> daysToNext(sample.origin()) <= 7)
                .count());
        assertThat(samples.stream().filter(Sample::came).count()).isBetween(200L, 212L);
    }

    private static long daysToNext(LocalDate origin) {
        long since = (origin.toEpochDay() - FIRST.toEpochDay()) % 10;
        return 10 - since;
    }

    @Test
    void leavesOutWindowsInWhichNobodyWatched() {
        Outage outage = new Outage(FIRST.plusDays(200), FIRST.plusDays(209));
        History history = new History(everyTenDays(), List.of(outage), Map.of(), Set.of());
        assertThat(samples(history, 7))
                .hasSize(300 - 7 + 1 - 16)
                .noneMatch(sample -> !sample.origin().isBefore(FIRST.plusDays(193))
                        && sample.origin().isBefore(FIRST.plusDays(209)));
    }

    @Test
    void answersAsIfTheFutureWereUnknown() {
        List<Campaign> told = everyTenDays();
        LocalDate cut = FIRST.plusDays(250);
        List<Campaign> past = told.stream()
                .filter(campaign ->
                        campaign.start() != null && !campaign.start().isAfter(cut))
                .toList();
        told.add(Told.campaign("smiles", "livelo", 100, cut.plusDays(1), cut.plusDays(20), Confidence.EXACT));
        for (Method method : Backtest.methods(false)) {
            assertThat(method.chances(History.of(told).programs(cut), List.of(7, 30)))
                    .as(method.name())
                    .isEqualTo(method.chances(History.of(past).programs(cut), List.of(7, 30)));
        }
    }

    @Test
    void foretellsHeightsFromEarlierCampaignsOnly() {
        Plan plan = new Plan(FIRST.plusDays(100), LAST, 50, List.of(7), false);
        BonusScore bonus = Backtest.run(History.of(everyTenDays()), plan, SIMPLE, day -> {})
                .bonus()
                .get(0);
        assertThat(bonus.campaigns()).isEqualTo(30);
        assertThat(bonus.model().distance()).isZero();
        assertThat(bonus.model().inside()).isEqualTo(1);
        assertThat(bonus.trailingMedian().pinball()).isZero();
    }

    @Test
    void refusesToForecastBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(LAST, FIRST, 1, List.of(7), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(FIRST, LAST, 0, List.of(7), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(FIRST, LAST, 1, List.of(0), false));
    }
}
