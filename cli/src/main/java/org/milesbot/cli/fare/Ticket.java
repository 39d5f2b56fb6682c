package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.ProgramId;

/**
 * What somebody wants to book: one flight or two, paid with the miles of one programme.
 *
 * @param fares the flight there, and the one back if there is one
 * @param passengers how many fly
 */
public record Ticket(List<AwardFare> fares, int passengers) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no flight, nobody flies, or the flights are of different programmes
     */
    public Ticket {
        fares = List.copyOf(fares);
        if (fares.isEmpty() || passengers < 1) {
            throw new IllegalArgumentException(fares.size() + " flights for " + passengers);
        }
        if (fares.stream().map(AwardFare::program).distinct().count() > 1) {
            throw new IllegalArgumentException("flights of several programmes: " + fares);
        }
    }

    /** A flight one way. */
    public static Ticket of(AwardFare fare, int passengers) {
        return new Ticket(List.of(fare), passengers);
    }

    /** A flight there and back. */
    public static Ticket of(FarePair pair, int passengers) {
        return new Ticket(List.of(pair.outbound(), pair.inbound()), passengers);
    }

    /** Whose miles are paid. */
    public ProgramId program() {
        return fares.get(0).program();
    }

    /** What all flights cost for all passengers. */
    public long miles() {
        return Math.multiplyExact(
                fares.stream().mapToLong(AwardFare::miles).reduce(0, Math::addExact), (long) passengers);
    }

    /** What is paid in reais for all flights and passengers; null if that of one flight is not known. */
    public @Nullable BigDecimal feesBrl() {
        List<BigDecimal> known = fares.stream()
                .map(AwardFare::taxesBrl)
                .flatMap(Stream::ofNullable)
                .toList();
        return known.size() < fares.size()
                ? null
                : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).multiply(BigDecimal.valueOf(passengers));
    }
}
