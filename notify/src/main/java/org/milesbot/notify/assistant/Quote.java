package org.milesbot.notify.assistant;

/**
 * What others wrote and somebody speaks of: an announcement that they forwarded, the title of a promo. A model is told that
 * it is data.
 *
 * @param label what it is, in words of milesbot
 * @param text what others wrote; cut where it is too long
 */
public record Quote(String label, String text) {

    private static final int LONGEST = 1_500;

    /** Cuts what is too long. */
    public Quote {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
