package org.milesbot.cli.web.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.pipeline.ForecastRecord;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.forecast.backtest.Backtest;
import org.milesbot.forecast.backtest.Backtest.Plan;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.history.History;
import org.milesbot.store.promo.PromoFilter;

/**
 * How right forecasts were.
 *
 * @param scores by horizon, then those of plug-ins' signals; nothing where nothing could be scored
 * @param basis what was scored
 */
record TrackRecord(List<HorizonScore> scores, Basis basis) {

    /** Nothing was scored. */
    static final TrackRecord NONE = new TrackRecord(List.of(), Basis.NONE);

    private static final PromoFilter TRANSFERS =
            new PromoFilter(Set.of(), null, PromoKind.TRANSFER_BONUS, null, null, Integer.MAX_VALUE);
    private static final List<Integer> HORIZONS = List.of(7, 30);

    /** With a longer history there is no room for it beside people who wait for pages. */
    private static final int MOST_CAMPAIGNS = 8_000;

    /** Going through a longer history many times takes too long. */
    private static final int MOST_TESTED = 3_000;

    /** From so many past days it is forecast anew. */
    private static final int DAYS = 120;

    TrackRecord {
        scores = List.copyOf(scores);
    }

    /** What was scored. */
    enum Basis {
        /** Forecasts that were published, of the last year. */
        PUBLISHED,
        /** Forecasts that would have been made in the past. */
        BACKTEST,
        /** Nothing. */
        NONE,
        /** Nothing, because there is too much. */
        MANY;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Of published forecasts; where the time of none has come, of those that would have been made in the past.
     *
     * @param to the last day of which it is known whether a campaign began
     */
    static TrackRecord of(Shelf shelf, LocalDate to) {
        if (shelf.promos().count(TRANSFERS) > MOST_CAMPAIGNS) {
            return new TrackRecord(List.of(), Basis.MANY);
        }
        ForecastRecord record = shelf.record();
        LocalDate from = to.minusYears(1);
        List<HorizonScore> published = record.scorecard(false, from, to);
        return published.isEmpty()
                ? tested(record.past(to), to)
                : new TrackRecord(
                        Stream.concat(published.stream(), record.signals(false, from, to).stream())
                                .toList(),
                        Basis.PUBLISHED);
    }

    private static TrackRecord tested(History history, LocalDate to) {
        List<LocalDate> starts =
                history.campaigns(to).stream().map(campaign -> campaign.start()).toList();
        if (starts.isEmpty() || starts.size() > MOST_TESTED || !starts.get(0).isBefore(to)) {
            return NONE;
        }
        LocalDate first = starts.get(0);
        int step = Math.max(1, Math.toIntExact(ChronoUnit.DAYS.between(first, to) / DAYS));
        Plan plan = new Plan(first, to, step, HORIZONS, false);
        List<HorizonScore> scores =
                Backtest.run(history, plan, Backtest.methods(false), day -> {}).horizons();
        return scores.isEmpty() ? NONE : new TrackRecord(scores, Basis.BACKTEST);
    }
}
