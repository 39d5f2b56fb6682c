package org.milesbot.forecast.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.SeriesKey;

/** How right forecasts were that were published and kept. */
public final class Scorecard {

    private Scorecard() {}

    /**
     * A forecast that was published.
     *
     * @param key whose next start
     * @param origin the day at whose end it was made
     * @param horizon in days
     * @param chances what each method said, in the order of the methods
     */
    public record Published(SeriesKey key, LocalDate origin, int horizon, List<Double> chances) {

        /** Copies the list. */
        public Published {
            chances = List.copyOf(chances);
        }
    }

    /**
     * Scores those whose horizon has passed and was watched.
     *
     * @param published forecasts, all of programmes or all of routes
     * @param methods the names of the methods; {@code climatology} among them
     * @param history what is known now
     * @param to the last day of which it is known whether a campaign began
     * @return by horizon; nothing for horizons that none has passed
     */
    public static List<HorizonScore> of(
            List<Published> published, List<String> methods, History history, LocalDate to) {
        boolean ofRoutes =
                published.stream().anyMatch(forecast -> forecast.key().isRoute());
        Outcomes outcomes = Outcomes.of(history, to, ofRoutes);
        Map<Integer, List<Sample>> samples = new TreeMap<>();
        published.stream()
                .filter(one -> outcomes.isKnown(one.key(), one.origin(), one.horizon()))
                .sorted(Comparator.comparing(Published::origin).thenComparing(Published::key))
                .forEach(one -> samples.computeIfAbsent(one.horizon(), first -> new ArrayList<>())
                        .add(new Sample(
                                one.key(),
                                one.origin(),
                                outcomes.came(one.key(), one.origin(), one.horizon()),
                                one.chances())));
        return samples.entrySet().stream()
                .map(entry -> HorizonScore.of(entry.getKey(), methods, entry.getValue()))
                .toList();
    }
}
