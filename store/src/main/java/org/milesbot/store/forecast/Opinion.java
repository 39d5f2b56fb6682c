package org.milesbot.store.forecast;

import java.util.Locale;
import org.milesbot.store.forecast.StoredForecast.Pair;

/**
 * What a plug-in thinks of a forecast. Only by how much the pace differs is kept: the probabilities follow from the forecast's own.
 *
 * @param plugin whose it is
 * @param signal which of the plug-in's
 * @param title what people call that
 * @param factors of the pace over 7 and over 30 days; more than 0
 * @param reason why
 */
public record Opinion(String plugin, String signal, Words title, Pair factors, Words reason) {

    /** The nearest to 0 and to 1 that is told. */
    private static final double LEAST = 1e-9;

    /** A few words in both languages, as plain text that came from outside. */
    public record Words(String portuguese, String english) {

        /** Those of a language; Portuguese where it is not spoken here. */
        public String in(Locale language) {
            return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : portuguese;
        }
    }

    /** Its name among the methods of forecasting. */
    public String method() {
        return plugin + "." + signal;
    }

    /**
     * What becomes of the forecast's own probabilities.
     *
     * @param shipped those; between 0 and 1
     * @return also between the two, and within 30 days never less than within 7
     */
    public Pair of(Pair shipped) {
        double week = quickened(shipped.day7(), factors.day7());
        return new Pair(week, Math.max(week, quickened(shipped.day30(), factors.day30())));
    }

    private static double quickened(double probability, double factor) {
        double moved = -Math.expm1(factor * Math.log1p(-probability));
        return Math.min(Math.max(moved, LEAST), 1 - LEAST);
    }
}
