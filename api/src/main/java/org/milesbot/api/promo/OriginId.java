package org.milesbot.api.promo;

import org.milesbot.api.Slugs;

/** Where points come from in a transfer: a programme's or a bank's slug, or {@code *} for every partner bank. */
public record OriginId(String value) implements Comparable<OriginId> {

    /** Every partner bank. */
    public static final OriginId EVERY_BANK = new OriginId("*");

    /**
     * @throws IllegalArgumentException if the value is neither {@code *} nor of the form {@code [a-z][a-z0-9_]*}
     */
    public OriginId {
        if (!value.equals("*")) {
            Slugs.require("origin", value);
        }
    }

    @Override
    public int compareTo(OriginId other) {
        return value.compareTo(other.value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
