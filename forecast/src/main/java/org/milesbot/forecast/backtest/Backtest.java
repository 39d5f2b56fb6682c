package org.milesbot.forecast.backtest;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.method.Climatology;
import org.milesbot.forecast.method.GammaPoisson;
import org.milesbot.forecast.method.MedianGap;
import org.milesbot.forecast.method.Method;
import org.milesbot.forecast.model.HedgedGammaPoisson;

/**
 * Forecasts from the end of each past day with what was known by then, and compares with what came (rolling origin). A
 * window is scored if all its days were watched and lie within the history.
 */
public final class Backtest {

    private final History history;
    private final Plan plan;
    private final List<Method> methods;
    private final Outcomes outcomes;
    private final SortedMap<Integer, List<Sample>> samples = new TreeMap<>();

    /**
     * What is to be scored.
     *
     * @param from the first day at whose end forecasts are made
     * @param to the last day of which it is known whether a campaign began
     * @param step how many days lie between two forecasts
     * @param horizons in days
     * @param ofRoutes whether routes are forecast, not programmes
     */
    public record Plan(LocalDate from, LocalDate to, int step, List<Integer> horizons, boolean ofRoutes) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if the last day is before the first, or a number of days is below 1
         */
        public Plan {
            horizons = List.copyOf(horizons);
            if (to.isBefore(from) || step < 1 || horizons.stream().anyMatch(horizon -> horizon < 1)) {
                throw new IllegalArgumentException("nothing can be forecast from " + from + " to " + to);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param plan what was scored
     * @param horizons one each, as far as there was anything to score
     * @param bonus how the heights of the bonuses were foretold, or nothing if there were too few
     * @param samples the questions and answers by horizon
     */
    public record Report(
            Plan plan, List<HorizonScore> horizons, List<BonusScore> bonus, SortedMap<Integer, List<Sample>> samples) {}

    private Backtest(History history, Plan plan, List<Method> methods) {
        this.history = history;
        this.plan = plan;
        this.methods = methods;
        outcomes = Outcomes.of(history, plan.to(), plan.ofRoutes());
    }

    /** The methods that are compared, the shipped one first. */
    public static List<Method> methods(boolean ofRoutes) {
        return List.of(new HedgedGammaPoisson(ofRoutes), new Climatology(), new GammaPoisson(), new MedianGap());
    }

    /**
     * Scores methods on a history.
     *
     * @param progress is told each day that was forecast from, one at a time, in no order
     */
    public static Report run(History history, Plan plan, List<Method> methods, Consumer<LocalDate> progress) {
        return new Backtest(history, plan, methods).run(progress);
    }

    private Report run(Consumer<LocalDate> progress) {
        List<LocalDate> origins =
                plan.from().datesUntil(plan.to(), Period.ofDays(plan.step())).toList();
        // Each day is forecast by itself, so that all cores can; what they find is put in order again.
        origins.parallelStream()
                .map(origin -> told(origin, progress))
                .toList()
                .forEach(found ->
                        found.forEach((horizon, more) -> samples.computeIfAbsent(horizon, first -> new ArrayList<>())
                                .addAll(more)));
        List<String> names = methods.stream().map(Method::name).toList();
        List<HorizonScore> scores = samples.entrySet().stream()
                .map(entry -> HorizonScore.of(entry.getKey(), names, entry.getValue()))
                .toList();
        List<BonusScore> bonus = BonusBacktest.run(known(plan.to()), plan.from(), plan.to()).stream()
                .toList();
        return new Report(plan, scores, bonus, samples);
    }

    private Known known(LocalDate origin) {
        return plan.ofRoutes() ? history.routes(origin) : history.programs(origin);
    }

    private Map<Integer, List<Sample>> told(LocalDate origin, Consumer<LocalDate> progress) {
        Map<Integer, List<Sample>> found = forecast(origin);
        synchronized (this) {
            progress.accept(origin);
        }
        return found;
    }

    private Map<Integer, List<Sample>> forecast(LocalDate origin) {
        Map<Integer, List<SeriesKey>> asked = new HashMap<>();
        for (int horizon : plan.horizons()) {
            List<SeriesKey> keys = outcomes.known(origin, horizon);
            if (!keys.isEmpty()) {
                asked.put(horizon, keys);
            }
        }
        return asked.isEmpty() ? Map.of() : ask(origin, asked);
    }

    private Map<Integer, List<Sample>> ask(LocalDate origin, Map<Integer, List<SeriesKey>> asked) {
        Known known = known(origin);
        List<Map<SeriesKey, Map<Integer, Double>>> answers = methods.stream()
                .map(method -> method.chances(known, asked.keySet()))
                .toList();
        Map<Integer, List<Sample>> found = new HashMap<>();
        asked.forEach((horizon, keys) -> keys.forEach(key -> {
            List<Double> chances = chances(answers, key, horizon);
            if (chances.size() == methods.size()) {
                found.computeIfAbsent(horizon, first -> new ArrayList<>())
                        .add(new Sample(key, origin, outcomes.came(key, origin, horizon), chances));
            }
        }));
        return found;
    }

    private static List<Double> chances(
            Collection<Map<SeriesKey, Map<Integer, Double>>> answers, SeriesKey key, int horizon) {
        return answers.stream()
                .map(answer -> answer.getOrDefault(key, Map.of()))
                .filter(own -> own.containsKey(horizon))
                .map(own -> own.get(horizon))
                .toList();
    }
}
