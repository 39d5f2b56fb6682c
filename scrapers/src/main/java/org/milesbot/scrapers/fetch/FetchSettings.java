package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to fetch.
 *
 * @param contact where the people who run a site learn who we are
 * @param version milesbot's version, named to the sites
 * @param limits what an answer may cost
 * @param politeness how gently a host is asked
 * @param privateHosts hosts in private networks that may be asked all the same: {@code host}, {@code host:port}, or
 *     {@code *} for all
 */
public record FetchSettings(
        URI contact, String version, Limits limits, Politeness politeness, Set<String> privateHosts) {

    /**
     * What an answer may cost.
     *
     * @param bytes the size of a body, both on the wire and after decompression
     * @param redirects how many redirects are followed
     * @param connect the time to connect
     * @param read the longest silence
     * @param total the time of one exchange, from the first byte out to the last one in
     */
    public record Limits(int bytes, int redirects, Duration connect, Duration read, Duration total) {

        /** 5 MiB, 5 redirects, 10 s to connect, 20 s of silence, 60 s in all. */
        public static final Limits DEFAULT =
                new Limits(5 << 20, 5, Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

        /**
         * @throws IllegalArgumentException if a limit is not positive
         */
        public Limits {
            require(bytes > 0 && bytes < Integer.MAX_VALUE, "bytes");
            require(redirects >= 0, "redirects");
            require(isPositive(connect), "connect");
            require(isPositive(read), "read");
            require(isPositive(total), "total");
        }
    }

    /**
     * How gently a host is asked.
     *
     * @param delay the pause between two requests to a host
     * @param jitter up to this much is added to the pause, at random
     * @param longestCrawlDelay the most of robots.txt's Crawl-delay that is obeyed
     * @param longestWait how long a call waits for a host that asked us to come back later; if it takes longer, the
     *     call ends at once
     */
    public record Politeness(Duration delay, Duration jitter, Duration longestCrawlDelay, Duration longestWait) {

        /** 2 s and up to 1 s more, up to 30 s of Crawl-delay, and 5 s for a host that asked us to wait. */
        public static final Politeness DEFAULT = new Politeness(
                Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(5));

        /** No pause at all; for a server of one's own. */
        public static final Politeness NONE =
                new Politeness(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        /**
         * @throws IllegalArgumentException if a duration is negative
         */
        public Politeness {
            require(!delay.isNegative(), "delay");
            require(!jitter.isNegative(), "jitter");
            require(!longestCrawlDelay.isNegative(), "longestCrawlDelay");
            require(!longestWait.isNegative(), "longestWait");
        }
    }

    /** Copies the hosts. */
    public FetchSettings {
        privateHosts = privateHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The defaults, by which no private address is asked. */
    public static FetchSettings defaults(URI contact) {
        String version = FetchSettings.class.getPackage().getImplementationVersion();
        return new FetchSettings(
                contact, Objects.requireNonNullElse(version, "dev"), Limits.DEFAULT, Politeness.DEFAULT, Set.of());
    }

    /** The same with other limits. */
    public FetchSettings withLimits(Limits other) {
        return new FetchSettings(contact, version, other, politeness, privateHosts);
    }

    /** The same with another politeness. */
    public FetchSettings withPoliteness(Politeness other) {
        return new FetchSettings(contact, version, limits, other, privateHosts);
    }

    /** The same with other private hosts that may be asked. */
    public FetchSettings withPrivateHosts(Set<String> hosts) {
        return new FetchSettings(contact, version, limits, politeness, hosts);
    }

    /** How we call ourselves. */
    String agent() {
        return "milesbot/" + version + " (+" + contact + ")";
    }

    /** Whether this host may be asked although its address is private. */
    boolean allowsPrivate(Site site) {
        return privateHosts.contains("*")
                || privateHosts.contains(site.host())
                || privateHosts.contains(site.host() + ":" + site.port());
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range");
        }
    }
}
