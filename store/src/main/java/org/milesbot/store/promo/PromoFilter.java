package org.milesbot.store.promo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/**
 * Which promos to list. What is null or empty does not restrict.
 *
 * @param programs of one of these programmes
 * @param from that take points from this origin; those that take them from every partner bank do
 * @param kind of this kind
 * @param activeOn open on this day: not over, not ahead; where no end is known, published in the last 15 days
 * @param since published at this instant or later
 * @param limit at most so many, the first in order
 * @param order which come first
 * @param least that give somebody at least this percentage
 */
public record PromoFilter(
        Set<ProgramId> programs,
        @Nullable OriginId from,
        @Nullable PromoKind kind,
        @Nullable LocalDate activeOn,
        @Nullable Instant since,
        int limit,
        Order order,
        @Nullable Percent least) {

    /** Which promos come first. */
    public enum Order {
        /** The last published. */
        NEWEST,
        /** Those with the highest score, of these the last published. */
        SCORE
    }

    /** Every promo there is. */
    public static final PromoFilter ALL = new PromoFilter(Set.of(), null, null, null, null, Integer.MAX_VALUE);

    /** Those that are open on a day. */
    public static PromoFilter openOn(LocalDate day) {
        return new PromoFilter(Set.of(), null, null, day, null, Integer.MAX_VALUE);
    }

    /** The newest first. */
    public PromoFilter(
            Set<ProgramId> programs,
            @Nullable OriginId from,
            @Nullable PromoKind kind,
            @Nullable LocalDate activeOn,
            @Nullable Instant since,
            int limit) {
        this(programs, from, kind, activeOn, since, limit, Order.NEWEST);
    }

    /** Whatever percentage they give. */
    public PromoFilter(
            Set<ProgramId> programs,
            @Nullable OriginId from,
            @Nullable PromoKind kind,
            @Nullable LocalDate activeOn,
            @Nullable Instant since,
            int limit,
            Order order) {
        this(programs, from, kind, activeOn, since, limit, order, null);
    }

    /**
     * Copies the programmes.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    public PromoFilter {
        programs = Set.copyOf(programs);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit);
        }
    }

    /** The same promos in another order. */
    public PromoFilter in(Order other) {
        return new PromoFilter(programs, from, kind, activeOn, since, limit, other, least);
    }

    /** Of the same promos, those published at an instant or later. */
    public PromoFilter publishedSince(Instant instant) {
        return new PromoFilter(programs, from, kind, activeOn, instant, limit, order, least);
    }

    /** Of the same promos, at most so many. */
    public PromoFilter first(int most) {
        return new PromoFilter(programs, from, kind, activeOn, since, most, order, least);
    }
}
