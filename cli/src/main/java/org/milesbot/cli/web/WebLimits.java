package org.milesbot.cli.web;

import java.time.Duration;

/**
 * How much the server takes.
 *
 * @param perSecond how many requests one address may make a second in the long run; five times as many at once
 * @param connections how many there may be at a time
 * @param threads that answer
 * @param idle after which a connection on which nothing happens is cut
 * @param request how long it may take until a request has come whole, and again until its reply has gone
 */
public record WebLimits(int perSecond, int connections, int threads, Duration idle, Duration request) {

    /** The most bytes of a form. */
    public static final int FORM_BYTES = 65_536;

    /** The most characters of a query. */
    public static final int QUERY = 8_192;

    /** The most fields of a query or a form. */
    public static final int FIELDS = 100;

    /** What does for a small machine. */
    public static final WebLimits DEFAULT =
            new WebLimits(20, 1_000, 24, Duration.ofSeconds(20), Duration.ofSeconds(10));

    /** The same with another rate. */
    public WebLimits withPerSecond(int other) {
        return new WebLimits(other, connections, threads, idle, request);
    }
}
