package org.milesbot.cli.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.source.Sighting;
import org.milesbot.cli.bot.command.BuiltInCommands;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.job.ForecastNews;
import org.milesbot.cli.job.JobNews;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.cli.job.PluginJobs;
import org.milesbot.cli.job.ScrapedNews;
import org.milesbot.cli.job.SettledNews;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginCare;
import org.milesbot.cli.plugin.PluginContexts;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.PluginSets;
import org.milesbot.cli.plugin.PluginStores;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.scrapers.source.BuiltinSources;
import org.milesbot.store.alert.PluginNotes;
import org.milesbot.store.alert.ToldPromos;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.run.Runs;

/** Loads plug-ins, and runs what they do after the host. */
final class PluginParts {

    private final Settings settings;
    private final Clock clock;
    private final Supplier<Database> database;
    private final @Nullable PluginSets sets;

    /**
     * @param database asked when the first plug-in or job needs it
     */
    PluginParts(Settings settings, Clock clock, Supplier<Database> database) {
        this(settings, clock, database, null);
    }

    /**
     * @param sets the plug-ins that are loaded already, or null to load them each time
     */
    PluginParts(Settings settings, Clock clock, Supplier<Database> database, @Nullable PluginSets sets) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.sets = sets;
    }

    private record HostContext(
            Map<String, String> settings,
            Clock clock,
            Fetcher fetcher,
            Extractor extractor,
            ToldCampaigns told,
            Optional<IntroductionWriter> writer)
            implements PluginContext {}

    /** Plug-ins to be listed, and not to be run: without their tables. */
    Plugins listed(Fetcher fetcher) {
        return PluginLoader.load(settings.plugins(), BuiltinSources.factories(), contexts(fetcher));
    }

    /** What an operator does with plug-ins. */
    PluginCare care() {
        return PluginCare.of(
                settings.plugins(),
                BuiltinSources.factories(),
                BuiltInCommands.NAMES,
                new PromoExtractor(),
                clock,
                settings.output().language());
    }

    /** Plug-ins that are to work. */
    Plugins working(Fetcher fetcher) {
        if (sets != null) {
            return sets.borrow();
        }
        Extractor extractor = new PromoExtractor();
        ToldCampaigns told = (chat, campaigns) -> new ToldPromos(database.get()).of(chat, campaigns);
        Optional<IntroductionWriter> writer =
                Assistants.writer(settings.services().assistant(), database, clock);
        PluginContexts contexts = (id, own) -> new HostContext(own, clock, fetcher, extractor, told, writer);
        PluginStores stores = (id, migrations) -> Optional.of(PluginSchema.current(database.get(), id, migrations));
        return PluginLoader.load(settings.plugins(), BuiltinSources.factories(), contexts.with(stores));
    }

    /** Contexts without a database. */
    PluginContexts contexts(Fetcher fetcher) {
        Extractor extractor = new PromoExtractor();
        return (id, own) -> new HostContext(own, clock, fetcher, extractor, ToldCampaigns.none(), Optional.empty());
    }

    /** Runs what plug-ins do after a scrape that found these. */
    JobsReport afterScrape(List<LoadedPlugin> plugins, List<StoredPromo> found) {
        List<Sighting> fresh = found.stream()
                .filter(StoredPromo::isNew)
                .limit(JobContext.MOST)
                .map(StoredPromo::sighting)
                .toList();
        return run(plugins, JobPhase.SCRAPE, new ScrapedNews(fresh, new Fares(database.get())));
    }

    /** Runs what plug-ins do after another phase. */
    JobsReport after(List<LoadedPlugin> plugins, JobPhase phase) {
        JobNews news = switch (phase) {
            case DEDUPE -> settled();
            case FORECAST -> new ForecastNews(new Forecasts(database.get()));
            case SCRAPE, NOTIFY -> JobNews.NOTHING;
        };
        return run(plugins, phase, news);
    }

    private JobNews settled() {
        Database kept = database.get();
        return new SettledNews(new PromoEvents(kept), new Promos(kept), settings.score());
    }

    private JobsReport run(List<LoadedPlugin> plugins, JobPhase phase, JobNews news) {
        Database open = database.get();
        PluginJobs.Kept kept = new PluginJobs.Kept(new Runs(open), new PluginNotes(open), new Locks(open));
        List<LoadedPlugin> working = withoutSources(plugins);
        return working.isEmpty() ? JobsReport.NONE : new PluginJobs(working, kept, clock).run(phase, news);
    }

    /** Built-in sources have no jobs and no wishes, and need not be made to say so. */
    static List<LoadedPlugin> withoutSources(List<LoadedPlugin> plugins) {
        Set<String> sources =
                BuiltinSources.factories().stream().map(PluginFactory::id).collect(Collectors.toSet());
        return plugins.stream().filter(plugin -> !sources.contains(plugin.id())).toList();
    }
}
