package org.milesbot.plugin.rumours;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;

/**
 * What of a promo a rumour can be told again by.
 *
 * @param percent the highest that anyone gets
 * @param origins where points come from; empty if it is not told
 * @param starts the first day, or null if it is not told
 * @param ends the last day, or null if it is not told
 */
record Offer(
        String kind,
        String program,
        Percent percent,
        List<String> origins,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends) {

    Offer {
        origins = List.copyOf(origins);
    }

    /** Nothing for a promo without a percentage: it could be any. */
    static Optional<Offer> of(Promo promo) {
        Percent percent = promo.bonus().highest();
        if (percent == null) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                promo.kind().value(),
                promo.program().value(),
                percent,
                promo.origins().stream().map(OriginId::value).toList(),
                day(promo.window().start()),
                day(promo.window().end())));
    }

    private static @Nullable LocalDate day(@Nullable Moment moment) {
        return moment == null ? null : moment.date();
    }
}
