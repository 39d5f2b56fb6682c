package org.milesbot.api.promo;

import org.milesbot.api.Slugs;

/** A programme, where points live: {@code smiles}, {@code latam_pass}, {@code livelo}. An open set: plug-ins add to it. */
public record ProgramId(String value) {

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public ProgramId {
        Slugs.require("programme", value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
