package org.milesbot.store.score;

/**
 * A place among campaigns; those with the same percentage share a place.
 *
 * @param place 1 for the highest percentage
 * @param of among how many, itself counted
 */
public record Rank(int place, int of) {

    /** To be first of three says nothing. */
    static final int LEAST_OTHERS = 3;

    /** Whether there are enough others for the place to say something. */
    public boolean isTelling() {
        return of > LEAST_OTHERS;
    }
}
