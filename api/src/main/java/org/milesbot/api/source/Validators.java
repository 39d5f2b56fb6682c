package org.milesbot.api.source;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave along with an answer, so that it can say later that nothing has changed (RFC 9110, section 8.8).
 *
 * @param etag the entity tag as sent, quotes included, or null
 * @param lastModified the Last-Modified header as sent, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** The server gave none. */
    public static final Validators NONE = new Validators(null, null);
}
