package org.milesbot.forecast.method;

import java.util.Collection;
import java.util.Map;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;

/** A way to forecast that can be held against others. Implementations are immutable. */
public interface Method {

    /** Its name in tables and files. */
    String name();

    /**
     * The probability, above 0 and below 1, of a start within each of some horizons.
     *
     * @param known what is known
     * @param horizons in days
     * @return for each series that is reckoned with by then, the probability by the horizon
     */
    Map<SeriesKey, Map<Integer, Double>> chances(Known known, Collection<Integer> horizons);
}
