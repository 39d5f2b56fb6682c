package org.milesbot.forecast.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.milesbot.forecast.backtest.BonusScore.Score;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.bonus.Levels;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.Series;

/** Foretells the height of each campaign from those that had begun before its first day. */
final class BonusBacktest {

    private static final int ENOUGH = 2;
    private static final int TRAILING = 5;
    private static final double[] SHARES = {.1, .5, .9};

    private final List<Told> told = new ArrayList<>();

    /** What was foretold of a campaign, and what it gave. */
    private record Told(Level level, double median, double gave) {}

    private BonusBacktest() {}

    /** Scores the campaigns that began in a span of days; nothing without any that can be foretold. */
    static Optional<BonusScore> run(Known known, LocalDate from, LocalDate to) {
        BonusBacktest backtest = new BonusBacktest();
        for (Series series : known.series()) {
            series.campaigns().stream()
                    .filter(campaign ->
                            campaign.start().isAfter(from) && !campaign.start().isAfter(to))
                    .forEach(campaign -> backtest.foretell(series, campaign));
        }
        return backtest.told.isEmpty() ? Optional.empty() : Optional.of(backtest.score());
    }

    private void foretell(Series series, DatedCampaign campaign) {
        List<DatedCampaign> before = series.campaigns().stream()
                .filter(other -> other.start().isBefore(campaign.start()) && other.bonus() != null)
                .toList();
        if (campaign.bonus() != null && before.size() >= ENOUGH) {
            Levels.bonus(new Series(series.key(), before, null))
                    .ifPresent(level -> told.add(new Told(
                            level,
                            median(before.subList(Math.max(0, before.size() - TRAILING), before.size())),
                            campaign.bonus().value().doubleValue())));
        }
    }

    private static double median(List<DatedCampaign> last) {
        double[] sorted = last.stream()
                .filter(campaign -> campaign.bonus() != null)
                .mapToDouble(campaign -> campaign.bonus().value().doubleValue())
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private BonusScore score() {
        return new BonusScore(told.size(), model(), trailingMedian());
    }

    private Score model() {
        return new Score(
                mean(one -> pinball(
                        new double[] {
                            one.level().low(),
                            one.level().typical(),
                            one.level().high()
                        },
                        one.gave())),
                mean(one -> Math.abs(one.level().typical() - one.gave())),
                mean(one -> one.level().low() <= one.gave()
                                && one.gave() <= one.level().high()
                        ? 1
                        : 0));
    }

    private Score trailingMedian() {
        return new Score(
                mean(one -> pinball(new double[] {one.median(), one.median(), one.median()}, one.gave())),
                mean(one -> Math.abs(one.median() - one.gave())),
                mean(one -> one.median() == one.gave() ? 1 : 0));
    }

    private double mean(ToDoubleFunction<Told> figure) {
        return told.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double pinball(double[] quantiles, double gave) {
        double sum = 0;
        for (int i = 0; i < SHARES.length; i++) {
            double over = gave - quantiles[i];
            sum += 2 * (over >= 0 ? SHARES[i] * over : (SHARES[i] - 1) * over);
        }
        return sum / SHARES.length;
    }
}
