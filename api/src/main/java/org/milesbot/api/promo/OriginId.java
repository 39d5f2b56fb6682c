package org.milesbot.api.promo;

import org.jspecify.annotations.Nullable;
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

    /** Written out, like the hash: what Java makes for a record takes a short command milliseconds before it first runs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OriginId same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
