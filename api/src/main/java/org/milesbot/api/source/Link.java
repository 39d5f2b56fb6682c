package org.milesbot.api.source;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page that a source found while reading another and wants to read too.
 *
 * @param uri its absolute address
 * @param changedAt when it last changed, or null if the source does not say
 */
public record Link(URI uri, @Nullable Instant changedAt) {

    /** Refuses a null address. */
    public Link {
        Objects.requireNonNull(uri, "uri is null");
    }
}
