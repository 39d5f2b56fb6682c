package org.milesbot.store.capture;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.SourceId;

/**
 * Which captures to go through. What is null does not restrict.
 *
 * @param plugin of this plug-in
 * @param source of this source
 */
public record CaptureFilter(
        @Nullable String plugin, @Nullable SourceId source) {

    /** Every capture there is. */
    public static final CaptureFilter ALL = new CaptureFilter(null, null);
}
