package org.milesbot.api.source;

import org.milesbot.api.Slugs;

/** A place that is watched. Unique over all plug-ins. */
public record SourceId(String value) {

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public SourceId {
        Slugs.require("source", value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
