package org.milesbot.forecast.backtest;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How far chance may have moved a figure: quarters of a year are drawn with replacement, because what lies close together
 * in time goes right or wrong together (block bootstrap: Künsch 1989). The draws are the same each time.
 */
final class Blocks {

    private static final int DAYS = 91;
    private static final int DRAWS = 2000;
    private static final long SEED = 20_150_422;
    private static final double LOW = 5;
    private static final double HIGH = 95;

    private final List<List<Sample>> blocks;

    Blocks(List<Sample> samples) {
        SortedMap<Long, List<Sample>> found = new TreeMap<>();
        for (Sample sample : samples) {
            long age = ChronoUnit.DAYS.between(samples.get(0).origin(), sample.origin());
            found.computeIfAbsent(Math.floorDiv(age, DAYS), block -> new ArrayList<>())
                    .add(sample);
        }
        blocks = List.copyOf(found.values());
    }

    /** The mean of a figure over the samples. */
    Estimate mean(ToDoubleFunction<Sample> figure) {
        double[] sums = new double[blocks.size()];
        for (int block = 0; block < sums.length; block++) {
            sums[block] = blocks.get(block).stream().mapToDouble(figure).sum();
        }
        return estimate(drawn -> {
            double sum = 0;
            double count = 0;
            for (int block : drawn) {
                sum += sums[block];
                count += blocks.get(block).size();
            }
            return sum / count;
        });
    }

    /** The expected calibration error of a method. */
    Estimate calibrationError(int method) {
        List<Reliability> each =
                blocks.stream().map(block -> Reliability.of(block, method)).toList();
        return estimate(drawn -> {
            Reliability whole = new Reliability();
            for (int block : drawn) {
                whole.add(each.get(block));
            }
            return whole.error();
        });
    }

    private Estimate estimate(ToDoubleFunction<int[]> figure) {
        int[] all = new int[blocks.size()];
        for (int block = 0; block < all.length; block++) {
            all[block] = block;
        }
        RandomGenerator random = new Well19937c(SEED);
        double[] drawn = new double[DRAWS];
        int[] draw = new int[all.length];
        for (int i = 0; i < DRAWS; i++) {
            for (int block = 0; block < draw.length; block++) {
                draw[block] = random.nextInt(draw.length);
            }
            drawn[i] = figure.applyAsDouble(draw);
        }
        return new Estimate(
                figure.applyAsDouble(all), StatUtils.percentile(drawn, LOW), StatUtils.percentile(drawn, HIGH));
    }
}
