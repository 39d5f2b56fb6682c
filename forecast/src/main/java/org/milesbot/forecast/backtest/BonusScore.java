package org.milesbot.forecast.backtest;

/**
 * How well the height of the next bonus was foretold. All but the last two are in percentage points, and less is better.
 *
 * @param campaigns how many campaigns were foretold
 * @param model how the model did
 * @param trailingMedian how the median of the last five did
 */
public record BonusScore(int campaigns, Score model, Score trailingMedian) {

    /**
     * How well one method did.
     *
     * @param pinball the mean quantile loss at 10, 50 and 90 %, doubled, so that a single number's is its distance
     *     (Koenker and Bassett 1978)
     * @param distance of the median, on average
     * @param inside the share of campaigns from the 10 % to the 90 % quantile; 80 % of them should be
     */
    public record Score(double pinball, double distance, double inside) {}
}
