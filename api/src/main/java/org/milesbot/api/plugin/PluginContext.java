package org.milesbot.api.plugin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.storage.Storage;

/** What the host hands to a plug-in. All of it is safe for use by several threads. */
public interface PluginContext {

    /**
     * The plug-in's own settings: {@code MILESBOT_PLUGIN_<ID>_<NAME>} arrives as {@code name} in lower case. The plug-in
     * refuses what it does not know.
     */
    Map<String, String> settings();

    /** The time. Plug-ins ask this clock and no other, so that tests can set it. */
    Clock clock();

    /** The way to the network; plug-ins use no other. */
    Fetcher fetcher();

    /** The host's reader of announcements. */
    Extractor extractor();

    /** The plug-in's own tables. Not to be connected to while it is made: one that is made to be listed has none. */
    default Storage storage() {
        return Storage.none();
    }

    /** Which campaigns milesbot itself tells people of. In a command without a database it knows of none. */
    default ToldCampaigns told() {
        return ToldCampaigns.none();
    }

    /** A language model that writes an introduction; empty where the operator has set none, or the command no database. */
    default Optional<IntroductionWriter> writer() {
        return Optional.empty();
    }
}
