package org.milesbot.store.llm;

/**
 * What was used.
 *
 * @param calls how many times the model was asked
 * @param tokensIn what was sent
 * @param tokensOut what was answered
 * @param reserved what is set aside for calls that are under way or were lost, and counts as long as the cap does
 */
public record Spent(long calls, long tokensIn, long tokensOut, long reserved) {

    static final Spent NOTHING = new Spent(0, 0, 0, 0);

    /** What counts against a cap. */
    public long total() {
        return tokensIn + tokensOut + reserved;
    }
}
