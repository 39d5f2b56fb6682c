package org.milesbot.cli.wiring;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.Version;
import org.milesbot.cli.config.FetchingSettings;
import org.milesbot.scrapers.fetch.FetchSettings;
import org.milesbot.scrapers.fetch.FetchSettings.Limits;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.scrapers.fetch.RobotsMemory;
import org.milesbot.scrapers.recording.HarRecorder;
import org.milesbot.scrapers.recording.Recordings;

/** What goes to the network, or to recordings in its place. */
final class Fetchers {

    private final FetchingSettings fetching;
    private final Path plugins;
    private final Clock clock;
    private final RobotsMemory robots;
    private final @Nullable HttpFetcher shared;

    /**
     * @param plugins the directory of the plug-ins, which may bring recordings along
     */
    Fetchers(FetchingSettings fetching, Path plugins, Clock clock) {
        this(fetching, plugins, clock, RobotsMemory.NONE, null);
    }

    private Fetchers(
            FetchingSettings fetching, Path plugins, Clock clock, RobotsMemory robots, @Nullable HttpFetcher shared) {
        this.fetching = fetching;
        this.plugins = plugins;
        this.clock = clock;
        this.robots = robots;
        this.shared = shared;
    }

    /** The same with one way to the network for all, so that a host is asked by one at a time. */
    Fetchers sharing(HttpFetcher online) {
        return new Fetchers(fetching, plugins, clock, robots, online);
    }

    /** The same, asking for no robots.txt that is remembered. */
    Fetchers remembering(RobotsMemory memory) {
        return new Fetchers(fetching, plugins, clock, memory, shared);
    }

    /** What really goes there. */
    HttpFetcher online() {
        return shared == null ? HttpFetcher.online(settings(), clock, robots) : shared.lent();
    }

    /** What writes down what comes, if that is wanted. */
    static @Nullable HarRecorder recorder(Network network) {
        return network instanceof Network.Recorded recorded
                ? new HarRecorder(recorded.directory(), Version.current())
                : null;
    }

    /** What goes to a network. */
    HttpFetcher of(Network network, @Nullable HarRecorder recorder) {
        if (recorder != null) {
            return HttpFetcher.recording(settings(), clock, recorder);
        }
        if (network instanceof Network.Replayed replayed) {
            return HttpFetcher.replaying(settings(), clock, Recordings.read(replayed.path()));
        }
        if (network instanceof Network.BuiltIn) {
            return HttpFetcher.replaying(settings(), clock, BuiltInRecordings.all(plugins));
        }
        return online();
    }

    /** How it goes there. */
    FetchSettings settings() {
        Limits limits = Limits.DEFAULT;
        Politeness polite = Politeness.DEFAULT;
        return FetchSettings.defaults(fetching.contact())
                .withLimits(new Limits(
                        Math.toIntExact(fetching.maxBytes()),
                        limits.redirects(),
                        limits.connect(),
                        limits.read(),
                        fetching.timeout()))
                .withPoliteness(new Politeness(
                        fetching.delay(), polite.jitter(), polite.longestCrawlDelay(), polite.longestWait()))
                .withPrivateHosts(fetching.allowPrivate());
    }
}
