package org.milesbot.store.dedupe;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares when two groups of sightings were told, and when they say the offer is open. */
final class Timing {

    /** A campaign without dates is told again for so long. */
    static final int TOLD_FOR_DAYS = 12;

    private static final int TOGETHER = 3;
    private static final int NEARLY_TOGETHER = 7;
    /** Announcements come so long before what they announce. */
    private static final int AHEAD = 5;
    /** Of a campaign whose start is unknown nobody speaks so long before it is announced. */
    static final int LONG_AHEAD = 14;
    /** Campaigns whose end is unknown last no longer. */
    static final int LASTS = 35;
    /** That a campaign was prolonged is told until so long after it was to end. */
    private static final int GRACE = 2;

    private final Told earlier;
    private final Told later;

    private Timing(Told earlier, Told later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** Adds the traits of time of two groups, of which the first was told first. */
    static Likeness of(Told earlier, Told later, Likeness likeness) {
        Timing timing = new Timing(earlier, later);
        Likeness timed = likeness.with(timing.window());
        return timing.daysApart() <= 1 ? timed.with(Trait.TOLD_AT_ONCE) : timed;
    }

    private Trait window() {
        if (earlier.claim().isDated()) {
            return later.claim().isDated() ? dated(earlier.claim(), later.claim()) : within(earlier, later);
        }
        return later.claim().isDated() ? within(later, earlier) : undated();
    }

    private long daysApart() {
        return Math.max(0, DAYS.between(earlier.lastDay(), later.firstDay()));
    }

    private Trait undated() {
        long days = daysApart();
        if (days <= TOGETHER) {
            return Trait.TOLD_TOGETHER;
        }
        if (days <= NEARLY_TOGETHER) {
            return Trait.TOLD_NEARLY_TOGETHER;
        }
        return days <= TOLD_FOR_DAYS ? Trait.TOLD_APART : Trait.OTHER_TIME;
    }

    /** Whether one without dates was told while the other was open, or about to be. */
    private static Trait within(Told dated, Told undated) {
        LocalDate start = dated.claim().start();
        LocalDate end = dated.claim().end();
        LocalDate open = earlier(start, dated.firstDay());
        LocalDate closed = end == null
                ? later(start, dated.lastDay()).plusDays(TOLD_FOR_DAYS)
                : end.plusDays(undated.claim().isProlonged() ? GRACE : 0);
        long ahead = DAYS.between(undated.firstDay(), open);
        if (undated.firstDay().isAfter(closed) || ahead > (start == null ? LONG_AHEAD : AHEAD)) {
            return Trait.OTHER_TIME;
        }
        if (ahead > AHEAD) {
            return Trait.TOLD_BEFORE;
        }
        return undated.claim().isProlonged() ? Trait.PROLONGED : Trait.TOLD_WITHIN;
    }

    private Trait dated(Claim one, Claim other) {
        boolean sameStart = one.start() != null && one.start().equals(other.start());
        boolean sameEnd = isSameEnd(one, other);
        boolean twoEnds = one.end() != null && other.end() != null && !sameEnd;
        if (sameStart) {
            return sameEnd ? Trait.SAME_WINDOW : Trait.SAME_START;
        }
        if (sameEnd) {
            return isFar(one.start(), other.start()) ? Trait.OVERLAPPING_WINDOWS : Trait.SAME_END;
        }
        if (isMonthMistaken(one, other)) {
            return Trait.MONTH_MISTAKEN;
        }
        return twoEnds && (one.start() == null || other.start() == null) ? ends() : overlap(one, other);
    }

    private boolean isSameEnd(Claim one, Claim other) {
        return one.end() != null
                && other.end() != null
                && (one.end().equals(other.end())
                        || one.end().equals(later.firstEnd())
                        || other.end().equals(earlier.firstEnd()));
    }

    /** Two ends, of which at least one has no start: the same campaign only if it was told again before it was over. */
    private Trait ends() {
        Told shorter = Objects.requireNonNull(earlier.claim().end())
                        .isBefore(Objects.requireNonNull(later.claim().end()))
                ? earlier
                : later;
        Told longer = shorter.is(earlier) ? later : earlier;
        LocalDate end = Objects.requireNonNull(shorter.claim().end());
        LocalDate start = longer.claim().start();
        boolean prolonged = longer.claim().isProlonged();
        LocalDate last = prolonged ? end.plusDays(GRACE) : end;
        if (longer.firstDay().isAfter(last) || (start != null && start.isAfter(last))) {
            return Trait.OTHER_TIME;
        }
        return prolonged ? Trait.PROLONGED : Trait.LATER_END;
    }

    private Trait overlap(Claim one, Claim other) {
        LocalDate from = later(first(earlier), first(later));
        LocalDate to = earlier(last(earlier), last(later));
        if (from.isAfter(to)) {
            boolean prolonged = later.claim().isProlonged() && !from.isAfter(to.plusDays(GRACE));
            return prolonged ? Trait.PROLONGED : Trait.OTHER_TIME;
        }
        boolean prolonged = one.end() != null
                && other.end() != null
                && other.isProlonged()
                && other.end().isAfter(one.end());
        if (prolonged) {
            return Trait.PROLONGED;
        }
        return isFar(one.start(), other.start()) ? Trait.OTHER_START : Trait.OVERLAPPING_WINDOWS;
    }

    private static LocalDate first(Told told) {
        LocalDate start = told.claim().start();
        return start != null ? start : earlier(told.claim().end(), told.firstDay());
    }

    private static LocalDate last(Told told) {
        LocalDate end = told.claim().end();
        return end != null ? end : Objects.requireNonNull(told.claim().start()).plusDays(LASTS);
    }

    /** A slip of the pen: until 15 May in one, until 15 June in the other, both told in May. */
    private boolean isMonthMistaken(Claim one, Claim other) {
        boolean starts = one.start() == null || other.start() == null || isMonthOff(one.start(), other.start());
        return daysApart() <= TOGETHER && starts && isMonthOff(one.end(), other.end());
    }

    private static boolean isMonthOff(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.getDayOfMonth() == other.getDayOfMonth() && !one.equals(other);
    }

    private static boolean isFar(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && Math.abs(DAYS.between(one, other)) > TOGETHER;
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
