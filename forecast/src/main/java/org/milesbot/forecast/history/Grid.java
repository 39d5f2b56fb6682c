package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.List;

/** The days of several series side by side, up to the day at whose end the forecast is made. */
public final class Grid {

    private final int base;
    private final int last;
    private final List<Track> tracks;

    /**
     * @param series all of them, whose campaigns after the day are passed over
     * @param outages when nothing was watched
     * @param origin the day up to whose end all is known
     */
    public Grid(List<Series> series, List<Outage> outages, LocalDate origin) {
        int end = Math.toIntExact(origin.toEpochDay());
        List<Series> known = series.stream().map(one -> until(one, origin)).toList();
        base = known.stream()
                .mapToInt(Track::first)
                .filter(day -> day != Track.NEVER)
                .map(day -> Math.min(day, end))
                .min()
                .orElse(end);
        last = end - base;
        tracks = known.stream()
                .map(one -> new Track(one, outages, base, last + 1))
                .toList();
    }

    private static Series until(Series series, LocalDate origin) {
        return new Series(
                series.key(),
                series.campaigns().stream()
                        .filter(campaign -> !campaign.start().isAfter(origin))
                        .toList(),
                series.watchedSince());
    }

    /** The day at whose end the forecast is made. */
    public int last() {
        return last;
    }

    /** One a series, in the order they came in. */
    public List<Track> tracks() {
        return tracks;
    }

    /** A date as a day of the grid, which it may lie outside of. */
    public int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay()) - base;
    }

    /** A day of the grid as a date. */
    public LocalDate date(int day) {
        return LocalDate.ofEpochDay((long) base + day);
    }
}
