package org.milesbot.notify.assistant;

/**
 * What a suggestion cost.
 *
 * @param in tokens that were sent
 * @param out tokens that were answered
 */
public record Tokens(long in, long out) {

    /** Nothing was asked. */
    public static final Tokens NONE = new Tokens(0, 0);

    /**
     * @throws IllegalArgumentException if there are fewer than none
     */
    public Tokens {
        if (in < 0 || out < 0) {
            throw new IllegalArgumentException("fewer tokens than none: " + in + ", " + out);
        }
    }

    Tokens plus(Tokens other) {
        return new Tokens(in + other.in, out + other.out);
    }
}
