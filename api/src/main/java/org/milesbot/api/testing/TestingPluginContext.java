package org.milesbot.api.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.storage.Storage;

/**
 * A plug-in's context made of what a test hands in.
 *
 * @param settings the plug-in's settings
 * @param clock the time
 * @param fetcher the way to the network, such as a {@link CannedFetcher}
 * @param extractor the reader of announcements
 * @param storage the plug-in's own tables
 */
public record TestingPluginContext(
        Map<String, String> settings, Clock clock, Fetcher fetcher, Extractor extractor, Storage storage)
        implements PluginContext {

    /** Copies the settings. */
    public TestingPluginContext {
        settings = Map.copyOf(settings);
    }

    /** Without tables. */
    public TestingPluginContext(Map<String, String> settings, Clock clock, Fetcher fetcher, Extractor extractor) {
        this(settings, clock, fetcher, extractor, Storage.none());
    }

    /** No settings, no answers from the network, and no promo in any announcement. */
    public static TestingPluginContext at(Clock clock) {
        return new TestingPluginContext(Map.of(), clock, new CannedFetcher(clock), announcement -> List.of());
    }
}
