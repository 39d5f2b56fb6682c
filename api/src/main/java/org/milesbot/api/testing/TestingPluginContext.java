package org.milesbot.api.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.api.notify.ToldCampaigns;
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
 * @param told which campaigns people were told of
 * @param writer a language model, such as a lambda that answers as one would
 */
public record TestingPluginContext(
        Map<String, String> settings,
        Clock clock,
        Fetcher fetcher,
        Extractor extractor,
        Storage storage,
        ToldCampaigns told,
        Optional<IntroductionWriter> writer)
        implements PluginContext {

    /** Copies the settings. */
    public TestingPluginContext {
        settings = Map.copyOf(settings);
    }

    /** Where nobody was told of anything, and there is no language model. */
    public TestingPluginContext(
            Map<String, String> settings, Clock clock, Fetcher fetcher, Extractor extractor, Storage storage) {
        this(settings, clock, fetcher, extractor, storage, ToldCampaigns.none(), Optional.empty());
    }

    /** Without tables. */
    public TestingPluginContext(Map<String, String> settings, Clock clock, Fetcher fetcher, Extractor extractor) {
        this(settings, clock, fetcher, extractor, Storage.none());
    }

    /** The same where people were told of these campaigns. */
    public TestingPluginContext with(ToldCampaigns other) {
        return new TestingPluginContext(settings, clock, fetcher, extractor, storage, other, writer);
    }

    /** The same with a language model. */
    public TestingPluginContext with(IntroductionWriter model) {
        return new TestingPluginContext(settings, clock, fetcher, extractor, storage, told, Optional.of(model));
    }

    /** No settings, no answers from the network, and no promo in any announcement. */
    public static TestingPluginContext at(Clock clock) {
        return new TestingPluginContext(Map.of(), clock, new CannedFetcher(clock), announcement -> List.of());
    }
}
