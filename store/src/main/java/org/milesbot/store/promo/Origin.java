package org.milesbot.store.promo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where sightings come from.
 *
 * @param plugin the plug-in that found them
 * @param captureId the capture they were read from, or null if the plug-in fetched by its own means
 * @param parserVersion the version of the parser that read them
 * @param firstSeen when what they were read from first came
 * @param lastSeen when it last came
 * @param quietBefore what was published before this is history, of which nobody is to be told; null if nothing is
 */
public record Origin(
        String plugin,
        @Nullable Long captureId,
        int parserVersion,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant quietBefore) {

    /** Later than anything is published: all of it is history. */
    public static final Instant ALL_QUIET = Instant.parse("9999-01-01T00:00:00Z");
}
