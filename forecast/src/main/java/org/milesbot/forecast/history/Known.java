package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.List;

/**
 * What was known at the end of a day. Nothing that came later is in it.
 *
 * @param series the programmes or the routes that are looked at side by side
 * @param outages when nothing was watched
 * @param origin the day
 */
public record Known(List<Series> series, List<Outage> outages, LocalDate origin) {

    /** Copies the lists. */
    public Known {
        series = List.copyOf(series);
        outages = List.copyOf(outages);
    }

    /** The days of the series. */
    public Grid grid() {
        return new Grid(series, outages, origin);
    }
}
