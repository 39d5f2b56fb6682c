package org.milesbot.forecast.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.history.Track;
import org.milesbot.forecast.method.Method;

/** The method that is shipped, as one among others. */
public final class HedgedGammaPoisson implements Method {

    private final boolean isForRoutes;

    /**
     * @param isForRoutes whether the series are routes, which share campaigns
     */
    public HedgedGammaPoisson(boolean isForRoutes) {
        this.isForRoutes = isForRoutes;
    }

    @Override
    public String name() {
        return "hedged_gamma_poisson";
    }

    @Override
    public Map<SeriesKey, Map<Integer, Double>> chances(Known known, Collection<Integer> horizons) {
        Panel panel = isForRoutes ? Panel.ofRoutes(known) : Panel.ofPrograms(known);
        Map<SeriesKey, Map<Integer, Double>> chances = new HashMap<>();
        for (int series = 0; series < panel.grid().tracks().size(); series++) {
            Track track = panel.grid().tracks().get(series);
            if (track.isActive(panel.grid().last())) {
                Outlooks outlooks = panel.outlooks(series);
                Map<Integer, Double> own = new HashMap<>();
                horizons.forEach(horizon ->
                        own.put(horizon, outlooks.expected(horizon, 1).atLeastOne()));
                chances.put(track.key(), own);
            }
        }
        return chances;
    }
}
