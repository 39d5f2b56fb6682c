package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A series day by day. Days are counted from the first day of the grid that it lies on. */
public final class Track {

    /** In place of a day that never was. */
    public static final int NEVER = Integer.MIN_VALUE;

    /** A silence longer than this is a hole in the record, from here to the start that ends it. */
    static final int HOLE = 400;

    private final SeriesKey key;
    private final int first;
    private final boolean[] started;
    private final boolean[] watched;
    private final int[] lastStart;
    private final int[] lastEnd;

    /**
     * @param base the first day of the grid
     * @param days how many days the grid has
     */
    Track(Series series, List<Outage> outages, int base, int days) {
        key = series.key();
        started = new boolean[days];
        watched = new boolean[days];
        lastStart = new int[days];
        lastEnd = new int[days];
        first = first(series) == NEVER ? NEVER : first(series) - base;
        Arrays.fill(watched, true);
        Arrays.fill(lastStart, NEVER);
        Arrays.fill(lastEnd, NEVER);
        outages.forEach(outage -> hide(day(outage.from(), base), day(outage.to(), base)));
        series.campaigns().forEach(campaign -> mark(campaign, base));
        carryOn();
    }

    /** The day from which a series is reckoned with, as a day of the epoch, or {@link #NEVER}. */
    static int first(Series series) {
        int seen = series.campaigns().isEmpty()
                ? Integer.MAX_VALUE
                : day(series.campaigns().get(0).start(), 0);
        int since = series.watchedSince() == null ? Integer.MAX_VALUE : day(series.watchedSince(), 0) - 1;
        int first = Math.min(seen, since);
        return first == Integer.MAX_VALUE ? NEVER : first;
    }

    private static int day(LocalDate date, int base) {
        return Math.toIntExact(date.toEpochDay()) - base;
    }

    private void hide(int from, int to) {
        for (int day = Math.max(from, 0); day <= Math.min(to, watched.length - 1); day++) {
            watched[day] = false;
        }
    }

    private void mark(DatedCampaign campaign, int base) {
        int start = day(campaign.start(), base);
        if (start < started.length) {
            started[start] = true;
            lastStart[start] = start;
            lastEnd[start] = Math.max(lastEnd[start], day(campaign.end(), base));
        }
    }

    private void carryOn() {
        for (int day = 1; day < started.length; day++) {
            int before = lastStart[day - 1];
            if (started[day] && before != NEVER && day - before > HOLE) {
                hide(before + HOLE + 1, day);
            }
            lastStart[day] = Math.max(lastStart[day], before);
            lastEnd[day] = Math.max(lastEnd[day], lastEnd[day - 1]);
        }
    }

    /** Whose days they are. */
    public SeriesKey key() {
        return key;
    }

    /** The day from which it is reckoned with; what starts on that very day is not counted. */
    public int first() {
        return first;
    }

    /** Whether it is reckoned with on a day. */
    public boolean isActive(int day) {
        return first != NEVER && day >= first;
    }

    /** Whether a campaign starts on a day. */
    public boolean isStart(int day) {
        return started[day];
    }

    /** Whether a campaign that starts on a day would be seen. */
    public boolean isWatched(int day) {
        return watched[day];
    }

    /** The last start up to a day, or {@link #NEVER}. */
    public int lastStart(int day) {
        return lastStart[day];
    }

    /** The last end of those that started up to a day, or {@link #NEVER}. */
    public int lastEnd(int day) {
        return lastEnd[day];
    }
}
