package org.milesbot.store.score;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/**
 * What counts of a transfer bonus when it is compared with others.
 *
 * @param program the taker of the points
 * @param origins where they come from; empty if that is unknown
 * @param percent the highest percentage anyone gets
 * @param announcedAt when it was first published or seen
 * @param lower the percentages that it had before it was raised, oldest first
 */
public record Campaign(
        ProgramId program, Set<OriginId> origins, Percent percent, Instant announcedAt, List<Lower> lower) {

    /** Copies the origins and the percentages. */
    public Campaign {
        origins = Set.copyOf(origins);
        lower = List.copyOf(lower);
    }

    /** One that was never raised. */
    public Campaign(ProgramId program, Set<OriginId> origins, Percent percent, Instant announcedAt) {
        this(program, origins, percent, announcedAt, List.of());
    }

    /**
     * A percentage before a raise.
     *
     * @param until when the raise was told
     */
    public record Lower(Percent percent, Instant until) {}

    /** What was known before an instant of the highest percentage. */
    Percent percentBefore(Instant instant) {
        return lower.stream()
                .filter(one -> !one.until().isBefore(instant))
                .findFirst()
                .map(Lower::percent)
                .orElse(percent);
    }
}
