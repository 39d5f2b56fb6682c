package org.milesbot.store.score;

/**
 * How a source has done so far.
 *
 * @param promos how many promos it reported
 * @param confirmed how many of them another source reported too
 */
public record SourceRecord(long promos, long confirmed) {

    /** Of a source that has reported nothing yet. */
    public static final SourceRecord NONE = new SourceRecord(0, 0);

    /** What is taken for granted of every source: so many promos were confirmed, and as many were not. */
    private static final double PRIOR = 2;

    /**
     * @throws IllegalArgumentException if a number is negative or more are confirmed than there are
     */
    public SourceRecord {
        if (confirmed < 0 || confirmed > promos) {
            throw new IllegalArgumentException(confirmed + " of " + promos + " promos cannot be confirmed");
        }
    }

    /**
     * The share of confirmed promos, smoothed by a Beta(2, 2) prior: {@code (confirmed + 2) / (promos + 4)}. It is 0.5 for
     * a source without a record, and never 0 or 1.
     */
    public double hitRate() {
        return (confirmed + PRIOR) / (promos + 2 * PRIOR);
    }
}
