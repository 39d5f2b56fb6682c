package org.milesbot.cli.plugin;

import java.time.Duration;

/**
 * How long a plug-in may take before the host gives up on it.
 *
 * @param call for what should be at hand: its name, its sources, the reading of a page
 * @param scrape for a scrape of its own, which may use the network
 * @param message for what it has to do with one message, of which there may be thousands
 */
public record TimeLimits(Duration call, Duration scrape, Duration message) {

    /** Generous for a small server, short enough that a timer's next run finds the way free. */
    public static final TimeLimits USUAL =
            new TimeLimits(Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(2));

    /** With the same limit for messages as for other calls. */
    public TimeLimits(Duration call, Duration scrape) {
        this(call, scrape, call);
    }
}
