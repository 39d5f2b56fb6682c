package org.milesbot.forecast.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.milesbot.api.promo.Percent;
import org.milesbot.forecast.backtest.BonusScore.Score;
import org.milesbot.forecast.bonus.BonusLevel;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.Series;

/** Foretells the height of each campaign from those that had begun before its first day. */
final class BonusBacktest {

    private static final int ENOUGH = 2;
    private static final int TRAILING = 5;
    private static final double LOW = .1;
    private static final double MIDDLE = .5;
    private static final double HIGH = .9;

    private final List<Told> told = new ArrayList<>();

    /** What was foretold of a campaign, and what it gave. */
    private record Told(double low, double typical, double high, double median, double gave) {

        double pinball() {
            return BonusBacktest.pinball(low, typical, high, gave);
        }

        boolean isInside() {
            return low <= gave && gave <= high;
        }
    }

    /** What a campaign gave, and from when on. */
    private record Gift(LocalDate day, double percent) {}

    private BonusBacktest() {}

    /** Scores the campaigns that began in a span of days; nothing without any that can be foretold. */
    static Optional<BonusScore> run(Known known, LocalDate from, LocalDate to) {
        BonusBacktest backtest = new BonusBacktest();
        for (Series series : known.series()) {
            List<Gift> gifts = gifts(series);
            gifts.stream()
                    .filter(gift -> gift.day().isAfter(from) && !gift.day().isAfter(to))
                    .forEach(gift -> backtest.foretell(gifts, gift));
        }
        return backtest.told.isEmpty() ? Optional.empty() : Optional.of(backtest.score());
    }

    private static List<Gift> gifts(Series series) {
        List<Gift> gifts = new ArrayList<>();
        for (DatedCampaign campaign : series.campaigns()) {
            Percent bonus = campaign.bonus();
            if (bonus != null) {
                gifts.add(new Gift(campaign.start(), bonus.value().doubleValue()));
            }
        }
        return gifts;
    }

    private void foretell(List<Gift> gifts, Gift gift) {
        List<Double> before = gifts.stream()
                .filter(other -> other.day().isBefore(gift.day()))
                .map(Gift::percent)
                .toList();
        if (before.size() >= ENOUGH) {
            BonusLevel level = BonusLevel.of(before);
            told.add(new Told(
                    level.quantile(LOW),
                    level.quantile(MIDDLE),
                    level.quantile(HIGH),
                    median(before.subList(Math.max(0, before.size() - TRAILING), before.size())),
                    gift.percent()));
        }
    }

    private static double median(List<Double> last) {
        return new Median()
                .evaluate(last.stream().mapToDouble(percent -> percent).toArray());
    }

    private BonusScore score() {
        Score model = new Score(
                mean(Told::pinball),
                mean(one -> Math.abs(one.typical() - one.gave())),
                mean(one -> one.isInside() ? 1 : 0));
        Score trailingMedian = new Score(
                mean(one -> pinball(one.median(), one.median(), one.median(), one.gave())),
                mean(one -> Math.abs(one.median() - one.gave())),
                mean(one -> one.median() == one.gave() ? 1 : 0));
        return new BonusScore(told.size(), model, trailingMedian);
    }

    private double mean(ToDoubleFunction<Told> figure) {
        return told.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double pinball(double low, double middle, double high, double gave) {
        return 2 * (loss(LOW, gave - low) + loss(MIDDLE, gave - middle) + loss(HIGH, gave - high)) / 3;
    }

    private static double loss(double share, double over) {
        return over >= 0 ? share * over : (share - 1) * over;
    }
}
