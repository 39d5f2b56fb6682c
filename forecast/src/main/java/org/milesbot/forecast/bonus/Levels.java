package org.milesbot.forecast.bonus;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.Series;

/** Percentages of a series, foretold from those of its past campaigns. */
public final class Levels {

    private Levels() {}

    /** The highest percentage; nothing if none is known. */
    public static Optional<Level> bonus(Series series) {
        return level(percents(series, DatedCampaign::bonus));
    }

    /** The percentage that anyone gets; nothing if none is known. */
    public static Optional<Level> base(Series series) {
        return level(percents(series, DatedCampaign::base));
    }

    /** The probability that the highest percentage is at least so high; 0 if none is known. */
    public static double atLeast(Series series, Percent percent) {
        List<Double> percents = percents(series, DatedCampaign::bonus);
        return percents.isEmpty()
                ? 0
                : BonusLevel.of(percents).atLeast(percent.value().doubleValue());
    }

    private static Optional<Level> level(List<Double> percents) {
        return percents.isEmpty() ? Optional.empty() : Optional.of(Level.of(BonusLevel.of(percents), percents.size()));
    }

    private static List<Double> percents(Series series, Function<DatedCampaign, @Nullable Percent> percent) {
        return series.campaigns().stream()
                .map(percent)
                .filter(Objects::nonNull)
                .map(known -> known.value().doubleValue())
                .toList();
    }
}
