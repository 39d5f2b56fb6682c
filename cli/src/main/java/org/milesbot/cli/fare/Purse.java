package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to pay with. Programmes are named by their slugs.
 *
 * @param points how many points they hold of each programme
 * @param tiers which clubs, cards and the like they have, each as {@code programme:audience}
 * @param reais what a thousand points of a programme are worth to them
 * @param steps in which steps the points of a programme are sent; one by one where it is not told
 */
public record Purse(
        Map<String, Long> points, Set<String> tiers, Map<String, BigDecimal> reais, Map<String, Long> steps) {

    /** Of somebody who told nothing. */
    public static final Purse EMPTY = new Purse(Map.of(), Set.of(), Map.of(), Map.of());

    /**
     * Copies all.
     *
     * @throws IllegalArgumentException if points or worth are below 0, or a step below 1
     */
    public Purse {
        points = Map.copyOf(points);
        tiers = Set.copyOf(tiers);
        reais = Map.copyOf(reais);
        steps = Map.copyOf(steps);
        if (points.values().stream().anyMatch(held -> held < 0)
                || reais.values().stream().anyMatch(worth -> worth.signum() < 0)
                || steps.values().stream().anyMatch(step -> step < 1)) {
            throw new IllegalArgumentException("a purse of " + points + ", worth " + reais + ", sent by " + steps);
        }
    }

    /** How many points of a programme there are. */
    public long held(String program) {
        return points.getOrDefault(program, 0L);
    }

    long step(String program) {
        return steps.getOrDefault(program, 1L);
    }

    /** {@code points × reais ÷ 1000}, exactly; null if it is not told what they are worth, 0 for no points. */
    @Nullable
    BigDecimal worth(String program, long many) {
        BigDecimal thousand = reais.get(program);
        if (many == 0) {
            return BigDecimal.ZERO;
        }
        return thousand == null ? null : thousand.multiply(BigDecimal.valueOf(many, 3));
    }
}
