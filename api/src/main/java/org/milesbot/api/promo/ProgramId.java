package org.milesbot.api.promo;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;

/** A programme, where points live: {@code smiles}, {@code latam_pass}, {@code livelo}. An open set: plug-ins add to it. */
public record ProgramId(String value) {

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public ProgramId {
        Slugs.require("programme", value);
    }

    /** Written out, like the hash: what Java makes for a record takes a short command milliseconds before it first runs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProgramId same && value.equals(same.value);
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
