package org.milesbot.forecast.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/**
 * A campaign with both its days. One that was not told is filled in: campaigns that tell both last three days in the
 * median.
 *
 * @param program the taker of the points
 * @param origins the givers
 * @param bonus the highest percentage, or null if not told
 * @param base the percentage that anyone gets, or null if not told
 * @param start the first day in America/Sao_Paulo
 * @param end the last day in America/Sao_Paulo, not before the first
 * @param known which of the two days were told
 */
public record DatedCampaign(
        ProgramId program,
        SortedSet<OriginId> origins,
        @Nullable Percent bonus,
        @Nullable Percent base,
        LocalDate start,
        LocalDate end,
        Known known) {

    /** From the first day to the last one, where one of them has to be filled in. */
    static final int USUAL_DAYS = 2;

    private static final int CLOSE = 3;
    private static final int CLOSE_IF_FILLED_IN = 5;
    private static final BigDecimal NEAR = BigDecimal.valueOf(30);
    private static final BigDecimal NEAR_EVERY_BANK = BigDecimal.valueOf(10);

    /**
     * Which days were told, not filled in and not inferred.
     *
     * @param start whether the first was
     * @param end whether the last was
     */
    public record Known(boolean start, boolean end) {}

    /** Copies the origins. */
    public DatedCampaign {
        origins = Collections.unmodifiableSortedSet(new TreeSet<>(origins));
    }

    /** Fills in the day that was not told. */
    public static DatedCampaign of(Campaign told) {
        LocalDate start = told.start();
        LocalDate end = told.end();
        LocalDate from = start != null ? start : day(end).minusDays(USUAL_DAYS);
        LocalDate to = end != null ? end : from.plusDays(USUAL_DAYS);
        boolean isStated = told.confidence() != Confidence.APPROX;
        return new DatedCampaign(
                told.program(),
                told.origins(),
                told.bonus(),
                told.base(),
                from,
                to,
                new Known(isStated && start != null, isStated && end != null));
    }

    private static LocalDate day(@Nullable LocalDate told) {
        if (told == null) {
            throw new IllegalStateException("a campaign tells one of its days");
        }
        return told;
    }

    /** Whether the other is the same campaign told again: reminded of, extended or seen elsewhere. */
    boolean isToldAgainBy(DatedCampaign other) {
        if (!program.equals(other.program)) {
            return false;
        }
        return sharesOrigin(other)
                ? near(other, NEAR) && (overlaps(other) || apart(other) <= closeness(other))
                : isForEveryBankBeside(other) && near(other, NEAR_EVERY_BANK) && apart(other) <= CLOSE;
    }

    /** Whether a campaign that begins on a day, not before this one, may be the same. */
    boolean reaches(LocalDate day) {
        return !end.isBefore(day) || !start.plusDays(CLOSE_IF_FILLED_IN).isBefore(day);
    }

    /** Whether it is of a series: for a route also if it is for every bank. */
    public boolean isOf(SeriesKey key) {
        return program.equals(key.program())
                && (key.origin() == null || origins.contains(key.origin()) || origins.contains(OriginId.EVERY_BANK));
    }

    private boolean sharesOrigin(DatedCampaign other) {
        return origins.isEmpty() || other.origins.isEmpty() || !Collections.disjoint(origins, other.origins);
    }

    private boolean isForEveryBankBeside(DatedCampaign other) {
        return isOpenToAny() != other.isOpenToAny();
    }

    private boolean isOpenToAny() {
        return origins.contains(OriginId.EVERY_BANK);
    }

    private boolean near(DatedCampaign other, BigDecimal most) {
        return bonus == null
                || other.bonus == null
                || bonus.value().subtract(other.bonus.value()).abs().compareTo(most) <= 0;
    }

    private boolean overlaps(DatedCampaign other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    private long apart(DatedCampaign other) {
        return Math.abs(ChronoUnit.DAYS.between(start, other.start));
    }

    private int closeness(DatedCampaign other) {
        return known.start && other.known.start ? CLOSE : CLOSE_IF_FILLED_IN;
    }
}
