package org.milesbot.api.source;

import java.net.URI;

/**
 * What to fetch.
 *
 * @param uri an absolute http or https address
 * @param validators what the last answer brought; the server then answers only if something has changed
 */
public record FetchRequest(URI uri, Validators validators) {

    /** Fetches whatever there is. */
    public static FetchRequest of(URI uri) {
        return new FetchRequest(uri, Validators.NONE);
    }
}
