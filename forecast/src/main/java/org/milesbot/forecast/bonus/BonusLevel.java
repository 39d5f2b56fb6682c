package org.milesbot.forecast.bonus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the next percentage is likely to be: a discounted Dirichlet. Each campaign is a vote that loses half of its weight
 * with every four that follow it; one more campaign is made up around the weighted median, so that even a single one leaves
 * room beside it.
 */
public final class BonusLevel {

    private static final double HALF_LIFE = 4;
    private static final double[] AROUND = {.7, .85, 1, 1, 1.15, 1.3};
    private static final double STEP = 5;

    private final List<Vote> votes;
    private final double whole;

    /** A percentage and what it weighs. */
    private record Vote(double percent, double weight) {}

    private BonusLevel(List<Vote> unsorted) {
        votes = unsorted.stream()
                .sorted(Comparator.comparingDouble(Vote::percent))
                .toList();
        whole = votes.stream().mapToDouble(Vote::weight).sum();
    }

    /**
     * From the percentages of past campaigns.
     *
     * @param percents at least one, the oldest first
     * @throws IllegalArgumentException if there are none
     */
    public static BonusLevel of(List<Double> percents) {
        if (percents.isEmpty()) {
            throw new IllegalArgumentException("a bonus is foretold from at least one campaign");
        }
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < percents.size(); i++) {
            votes.add(new Vote(percents.get(i), Math.pow(2, -(percents.size() - 1 - i) / HALF_LIFE)));
        }
        double median = new BonusLevel(votes).quantile(.5);
        for (double factor : AROUND) {
            votes.add(new Vote(Math.floor(median * factor / STEP + .5) * STEP, 1.0 / AROUND.length));
        }
        return new BonusLevel(votes);
    }

    /** The smallest percentage that at least a share of all weight does not exceed. */
    public double quantile(double share) {
        double sum = 0;
        for (Vote vote : votes) {
            sum += vote.weight();
            if (sum >= share * whole) {
                return vote.percent();
            }
        }
        return votes.get(votes.size() - 1).percent();
    }

    /** The probability of at least a percentage. */
    public double atLeast(double percent) {
        return votes.stream()
                        .filter(vote -> vote.percent() >= percent)
                        .mapToDouble(Vote::weight)
                        .sum()
                / whole;
    }
}
