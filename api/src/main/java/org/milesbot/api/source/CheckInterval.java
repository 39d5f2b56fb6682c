package org.milesbot.api.source;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a source may be visited. Within these bounds the host visits a busy source often and a quiet one rarely.
 *
 * @param least the shortest time between two visits; at least a minute
 * @param greatest the longest time between two visits of a source that does well; at most 30 days
 */
public record CheckInterval(Duration least, Duration greatest) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * @throws IllegalArgumentException if the bounds are out of range or the wrong way round
     */
    public CheckInterval {
        Objects.requireNonNull(least, "least is null");
        Objects.requireNonNull(greatest, "greatest is null");
        if (least.compareTo(SHORTEST) < 0 || least.compareTo(greatest) > 0 || greatest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the interval " + least + " to " + greatest
                    + " is not of the form least <= greatest, from " + SHORTEST + " to " + LONGEST);
        }
    }

    /** What suits most sources of a kind: channels post by the hour, programmes by the week. */
    public static CheckInterval usual(Provenance provenance) {
        return switch (provenance) {
            case CHANNEL -> new CheckInterval(Duration.ofMinutes(5), Duration.ofHours(3));
            case BLOG -> new CheckInterval(Duration.ofMinutes(10), Duration.ofHours(6));
            case OFFICIAL -> new CheckInterval(Duration.ofMinutes(30), Duration.ofHours(12));
            case RUMOUR -> new CheckInterval(Duration.ofMinutes(15), Duration.ofHours(12));
        };
    }

    /** Always after the same time, or the nearest that is in range. */
    public static CheckInterval exactly(Duration time) {
        Duration least = time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
        Duration nearest = least.compareTo(LONGEST) < 0 ? least : LONGEST;
        return new CheckInterval(nearest, nearest);
    }
}
