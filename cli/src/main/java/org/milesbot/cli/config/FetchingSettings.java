package org.milesbot.cli.config;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * How pages are fetched.
 *
 * @param contact the address in the agent string, where a site's operator can complain
 * @param timeout how long one request may take
 * @param maxBytes how large a body may be, after decompression too
 * @param delay the least time between two requests to one host
 * @param allowPrivate hosts that may be fetched from although their address is private, in lower case
 */
public record FetchingSettings(URI contact, Duration timeout, long maxBytes, Duration delay, Set<String> allowPrivate) {

    /** Copies the set. */
    public FetchingSettings {
        allowPrivate = Set.copyOf(allowPrivate);
    }
}
