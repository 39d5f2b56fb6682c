package org.milesbot.forecast.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * How well each method did at one horizon.
 *
 * @param horizon in days
 * @param samples how many questions
 * @param baseRate after which share of them a start came
 * @param methods one each, the shipped one first
 */
public record HorizonScore(int horizon, int samples, double baseRate, List<MethodScore> methods) {

    /** Copies the list. */
    public HorizonScore {
        methods = List.copyOf(methods);
    }

    /**
     * Scores samples.
     *
     * @param methods the names of the methods in the order of the samples' answers; {@code climatology} among them
     * @throws IllegalArgumentException without samples or climatology
     */
    public static HorizonScore of(int horizon, List<String> methods, List<Sample> samples) {
        int climatology = methods.indexOf("climatology");
        if (climatology < 0 || samples.isEmpty()) {
            throw new IllegalArgumentException("skill needs climatology and samples");
        }
        double came = samples.stream().filter(Sample::came).count();
        List<MethodScore> scores = new ArrayList<>();
        for (int method = 0; method < methods.size(); method++) {
            scores.add(MethodScore.of(methods, method, climatology, samples));
        }
        return new HorizonScore(horizon, samples.size(), came / samples.size(), scores);
    }
}
