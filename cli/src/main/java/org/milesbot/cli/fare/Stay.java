package org.milesbot.cli.fare;

/**
 * How long somebody stays, from the day of departure there to the day of departure back; fares do not tell on which day one
 * arrives.
 *
 * @param least at least so many days
 * @param most at most so many days
 */
public record Stay(int least, int most) {

    /** The longest that can be asked for. */
    public static final int LONGEST = 365;

    /**
     * @throws IllegalArgumentException if it is none
     */
    public Stay {
        if (least < 0 || most < least || most > LONGEST) {
            throw new IllegalArgumentException("a stay of " + least + " to " + most + " days");
        }
    }
}
