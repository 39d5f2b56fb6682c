package org.milesbot.cli.wiring;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.pipeline.PluginTrial;
import org.milesbot.cli.pipeline.PluginTrial.Visited;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginContexts;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.scrapers.recording.HarRecorder;
import org.milesbot.scrapers.recording.Recordings;

/** What somebody does with a plug-in they are writing: try it on its recordings, or on the network. */
public final class PluginWorkshop {

    /** Where in a plug-in's folder its recordings are. */
    public static final String RECORDINGS = "recordings";

    private final Fetchers fetchers;
    private final Extractor extractor;
    private final PluginSettings settings;
    private final Function<Fetcher, PluginContexts> contexts;

    PluginWorkshop(
            Fetchers fetchers,
            Extractor extractor,
            PluginSettings settings,
            Function<Fetcher, PluginContexts> contexts) {
        this.fetchers = fetchers;
        this.extractor = extractor;
        this.settings = settings;
        this.contexts = contexts;
    }

    /**
     * Reads what was recorded, without any network.
     *
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if the plug-in is wrong or there is no recording
     */
    public List<Visited> onRecordings(Path folder) {
        Path recorded = folder.resolve(RECORDINGS);
        Recordings recordings = Recordings.read(recorded);
        Set<URI> known = new HashSet<>();
        recordings.exchanges().forEach(exchange -> known.add(exchange.request().uri()));
        try (HttpFetcher fetcher = fetchers.of(new Network.Replayed(recorded), null)) {
            return visited(folder, fetcher, new PluginTrial(fetcher, extractor, known::contains, Integer.MAX_VALUE));
        }
    }

    /** Whether there is anything recorded. */
    public static boolean hasRecordings(Path folder) {
        return Files.isDirectory(folder.resolve(RECORDINGS));
    }

    /**
     * Reads what the network answers now, politely.
     *
     * @param mostLinked how many of the pages that its pages link to are asked for, for each source
     * @param record whether the answers take the place of what was recorded before
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if the plug-in is wrong
     */
    public List<Visited> online(Path folder, int mostLinked, boolean record) {
        Network network = record ? new Network.Recorded(folder.resolve(RECORDINGS)) : new Network.Online();
        try (HarRecorder recorder = Fetchers.recorder(network);
                HttpFetcher fetcher = fetchers.of(network, recorder)) {
            return visited(folder, fetcher, new PluginTrial(fetcher, extractor, uri -> true, mostLinked));
        }
    }

    private List<Visited> visited(Path folder, Fetcher fetcher, PluginTrial trial) {
        try (Plugins plugins = PluginLoader.alone(folder, settings, contexts.apply(fetcher))) {
            return plugins.all().stream()
                    .map(LoadedPlugin::sources)
                    .flatMap(List::stream)
                    .flatMap(source -> trial.visit(source).stream())
                    .toList();
        }
    }
}
