package org.milesbot.cli.fare;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareQuery;

/**
 * Which fares somebody looks for.
 *
 * @param origin where they start
 * @param destination where they go
 * @param days on which days they leave
 * @param wishes what they want of a fare besides
 * @param stay how long they stay, or null for a flight one way
 */
public record FareQuestion(
        FareEnd origin,
        FareEnd destination,
        FareDays days,
        FareWishes wishes,
        @Nullable Stay stay) {

    /** Refuses nulls. */
    public FareQuestion {
        Objects.requireNonNull(origin, "origin is null");
        Objects.requireNonNull(destination, "destination is null");
        Objects.requireNonNull(days, "days is null");
        Objects.requireNonNull(wishes, "wishes is null");
    }

    /** The question for the flight there. */
    public FareQuery outbound() {
        return new FareQuery(
                origin.airports(), destination.airports(), days.from(), days.to(), wishes.cabin(), wishes.passengers());
    }

    /** The question for the flight back; nothing if there is none. */
    public Optional<FareQuery> inbound() {
        return Optional.ofNullable(stay)
                .map(bounds -> new FareQuery(
                        destination.airports(),
                        origin.airports(),
                        days.from().plusDays(bounds.least()),
                        days.to().plusDays(bounds.most()),
                        wishes.cabin(),
                        wishes.passengers()));
    }

    /** Whether a fare is one for the flight there. */
    public boolean admits(AwardFare fare) {
        return days.has(fare.date()) && isOf(origin, destination, fare);
    }

    /** Whether a fare is one for the flight back; whether the stay is right is seen when it is paired. */
    public boolean admitsBack(AwardFare fare) {
        return stay != null
                && !fare.date().isBefore(days.from().plusDays(stay.least()))
                && !fare.date().isAfter(days.to().plusDays(stay.most()))
                && isOf(destination, origin, fare);
    }

    private boolean isOf(FareEnd from, FareEnd to, AwardFare fare) {
        return from.airports().contains(fare.origin())
                && to.airports().contains(fare.destination())
                && wishes.admits(fare);
    }
}
