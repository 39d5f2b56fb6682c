package org.milesbot.cli.wiring;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.cli.config.Secret;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.fare.ask.FareLookup;
import org.milesbot.cli.history.HistoryFile;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.pipeline.DedupePipeline;
import org.milesbot.cli.pipeline.DueErrands;
import org.milesbot.cli.pipeline.Errand;
import org.milesbot.cli.pipeline.FareVisits;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.ImportPipeline;
import org.milesbot.cli.pipeline.PluginOpinions;
import org.milesbot.cli.pipeline.ReparsePipeline;
import org.milesbot.cli.pipeline.ScrapeListener;
import org.milesbot.cli.pipeline.ScrapePipeline;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.pipeline.Scraping;
import org.milesbot.cli.pipeline.SourceList;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginCare;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.cli.privacy.Privacy;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.scrapers.extract.Explanation;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.scrapers.fetch.JobPing;
import org.milesbot.scrapers.fetch.RobotsMemory;
import org.milesbot.scrapers.recording.HarRecorder;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.capture.KeptCapture;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Dossiers;
import org.milesbot.store.dedupe.Settled;
import org.milesbot.store.event.Announcer;
import org.milesbot.store.event.NotifyAnnouncer;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.PastCampaign;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.redis.RedisAnnouncer;
import org.milesbot.store.run.Runs;
import org.milesbot.store.source.Notices;
import org.milesbot.store.source.SourceItems;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.WatchRules;
import org.milesbot.store.user.Users;

/** The parts of milesbot, each made when a command first asks for it. For use by one thread. */
public final class Wiring implements AutoCloseable {

    private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(5);

    private final Settings settings;
    private final Clock clock;
    private final String schema;
    private final DatabaseServer server;
    private final Fetchers fetchers;
    private final PluginParts plugins;
    private @Nullable Database database;

    /** Parts made of these settings. */
    public Wiring(Settings settings, Clock clock) {
        this(settings, clock, settings.database().schema());
    }

    /** Parts that work in another schema than the one of the settings. */
    public Wiring(Settings settings, Clock clock, String schema) {
        this.settings = settings;
        this.clock = clock;
        this.schema = schema;
        this.server = new DatabaseServer(settings);
        this.fetchers = new Fetchers(settings.fetching(), settings.plugins().directory(), clock);
        this.plugins = new PluginParts(settings, clock, this::database);
    }

    /** Parts for one piece of work of a process that goes on: what can be shared with the others is. */
    Wiring(Settings settings, Clock clock, Household house) {
        this.settings = settings;
        this.clock = clock;
        this.schema = settings.database().schema();
        this.server = house.server();
        this.fetchers = house.fetchers();
        this.plugins = new PluginParts(settings, clock, this::database, house.plugins());
    }

    /** The reader of announcements. */
    public Extractor extractor() {
        return new PromoExtractor();
    }

    /** Reads an announcement and keeps which rule said what. */
    public Explanation explain(Announcement announcement) {
        return new PromoExtractor().explain(announcement);
    }

    /** What people call programmes and banks. */
    public ProgramNames names() {
        return ProgramNames.known();
    }

    /** The promos that are kept. */
    public Promos promos() {
        return new Promos(database());
    }

    /** The promos that pass a filter, with their scores at this moment. */
    public List<PromoRow> promos(PromoFilter filter) {
        return promos().list(filter, settings.score(), clock.instant());
    }

    /** Looks for fares: asks providers, unless told not to, and looks at what is kept. */
    public <T> T fares(Function<FareLookup, T> work) {
        try (HttpFetcher fetcher = fetchers.remembering(robots()).online();
                Plugins working = plugins.working(fetcher)) {
            return work.apply(new FareParts(database(), clock).lookup(fetcher, working.enabled()));
        }
    }

    /** Who is told of promos. */
    public Users users() {
        return new Users(database());
    }

    /** Shows people what is kept of them, or forgets them. */
    public <T> T privacy(Function<Privacy, T> work) {
        try (Plugins working = plugins.working(fetchers.online())) {
            return work.apply(new Privacy(database(), working.enabled(), clock));
        }
    }

    /** What is done with the database itself. */
    public DatabaseCare databaseCare() {
        return new DatabaseCare(server, schema, clock, this::plugins);
    }

    /** The plug-ins, without a way to the network: to be listed, not to be run. */
    public Plugins plugins() {
        return plugins.listed(fetchers.online());
    }

    /**
     * What tells a dead man's switch how a job goes; it tells nobody if no address is set.
     *
     * @param given the address that takes the place of the setting, or null
     */
    public JobPing ping(@Nullable Secret given) {
        Secret address = given == null ? settings.watching().pingUrl() : given;
        return JobPing.to(address == null ? null : URI.create(address.value()), fetchers.settings(), clock);
    }

    /** What an operator does with plug-ins. */
    public PluginCare pluginCare() {
        return plugins.care();
    }

    /** Asks sources, and keeps what it finds. */
    public ScrapeReport scrape(ScrapeOrder order, ScrapeListener listener) {
        try (HarRecorder recorder = Fetchers.recorder(order.network());
                HttpFetcher fetcher = fetchers.remembering(robots()).of(order.network(), recorder);
                Plugins working = plugins.working(fetcher)) {
            // Chosen before the database is started: a name typed wrong should not cost a second.
            List<LoadedPlugin> chosen = chosen(working, order.plugins());
            Scraping scraping = scraping(fetcher, order.network(), order.fresh(), order.seed(), working);
            List<Errand> errands = order.due()
                    ? due(scraping.kept()).of(chosen)
                    : chosen.stream().map(Errand::all).toList();
            ScrapeReport report = new ScrapePipeline(scraping).run(errands, order.since(), listener);
            return report.with(plugins.afterScrape(chosen, report.found()));
        }
    }

    /** The plug-ins at work for a command of one of them. */
    public <T> T working(Function<Plugins, T> work) {
        try (HttpFetcher fetcher = fetchers.online();
                Plugins working = plugins.working(fetcher)) {
            return work.apply(working);
        }
    }

    /** Runs what plug-ins do after the host has settled or forecast something. */
    public JobsReport jobs(JobPhase phase) {
        try (HttpFetcher fetcher = fetchers.online();
                Plugins working = plugins.working(fetcher)) {
            return plugins.after(working.enabled(), phase);
        }
    }

    /**
     * Visits one source now, and asks for all that it has, changed or not.
     *
     * @throws org.milesbot.api.MilesbotException of kind USAGE if there is no such source
     */
    public ScrapeReport check(String source, ScrapeListener listener) {
        // Whoever looks by hand may know that the site's robots.txt has changed.
        try (HttpFetcher fetcher = fetchers.remembering(robots().anew()).online();
                Plugins working = plugins.working(fetcher)) {
            Errand errand = SourceList.of(working.enabled()).named(source).errand();
            return new ScrapePipeline(scraping(fetcher, new Network.Online(), true, false, working))
                    .run(List.of(errand), null, listener);
        }
    }

    /** How the sources of the enabled plug-ins do. */
    public SourceOverview sources() {
        try (Plugins working = plugins.working(fetchers.online())) {
            SourceList list = SourceList.of(working.enabled());
            SourceStates states = new SourceStates(database(), WatchRules.UNTOLD);
            return SourceOverview.of(list, states.all(), new Notices(database()).newest());
        }
    }

    /**
     * Lets the operator hear nothing more of a source, or hear of it again.
     *
     * @throws org.milesbot.api.MilesbotException of kind USAGE if there is no such source
     */
    public void mute(String source, boolean muted) {
        try (Plugins working = plugins.working(fetchers.online())) {
            SourceKey key = SourceList.of(working.enabled()).named(source).key();
            new SourceStates(database(), WatchRules.UNTOLD).mute(key, muted);
        }
    }

    private Scraping scraping(HttpFetcher fetcher, Network network, boolean fresh, boolean seed, Plugins working) {
        Database open = database();
        Scraping.Kept kept = new Scraping.Kept(
                new Captures(open),
                new Sightings(open),
                new SourceItems(open),
                new SourceStates(open, rules(network)),
                new Runs(open),
                new Locks(open));
        Scraping.Manner manner =
                new Scraping.Manner(fresh, seed, settings.watching().freshness());
        // The recordings that come along answer no question but their own.
        FareVisits fares = network instanceof Network.BuiltIn
                ? FareParts::notAsked
                : new FareParts(open, clock).visits(fetcher, working.enabled());
        return new Scraping(fetcher, extractor(), PromoExtractor.PARSER_VERSION, kept, fares, clock, manner);
    }

    private WatchRules rules(Network network) {
        boolean isReal = network instanceof Network.Online || network instanceof Network.Recorded;
        return isReal ? WatchRules.of(settings.watching().noticeAfter()) : WatchRules.UNTOLD;
    }

    private DueErrands due(Scraping.Kept kept) {
        return new DueErrands(kept.runs(), kept.states().all(), clock.instant());
    }

    /** Settles which sightings are of one campaign; nothing if another process is at it. */
    public Optional<Settled> dedupe(DedupePipeline.Order order, Consumer<Settled> progress) {
        return new DedupePipeline(
                        new Dedupe(database(), settings.watching().freshness(), settings.score()),
                        announcer(),
                        new Runs(database()),
                        new Locks(database()),
                        clock)
                .run(order, progress);
    }

    /** Keeps the campaigns of a history, and settles at once which of them are known from elsewhere. */
    public Imported importHistory(HistoryFile history) {
        ImportPipeline.Report report = imports().run(history);
        return new Imported(report, dedupe(new DedupePipeline.Order(false, false), step -> {}));
    }

    /** Says what importing a history would bring, and keeps nothing. */
    public Imported tryImport(HistoryFile history) {
        return new Imported(imports().dryRun(history), Optional.empty());
    }

    private ImportPipeline imports() {
        return new ImportPipeline(new Sightings(database()), new Runs(database()), clock, names()::of);
    }

    /** The transfer bonuses of some programmes, or of all, that are settled. */
    public List<PastCampaign> pastCampaigns(Set<ProgramId> programs) {
        return new PastCampaigns(database()).knownBy(clock.instant(), programs);
    }

    /** Forecasts from what is kept, and what was forecast. */
    public ForecastPipeline forecasts() {
        return new ForecastPipeline(
                new PastCampaigns(database()),
                new Forecasts(database()),
                new Runs(database()),
                new MetricLog(database()),
                new Locks(database()),
                this::opinions,
                clock);
    }

    private Optional<Map<SeriesKey, List<Opinion>>> opinions(SignalQuestion question) {
        return working(
                loaded -> new PluginOpinions(PluginParts.withoutSources(loaded.enabled()), new MetricLog(database()))
                        .of(question));
    }

    /** Does what has to do with alerts and messages. */
    public <T> T notifications(Function<Notifications, T> work) {
        try (Plugins working = plugins.working(fetchers.online())) {
            return work.apply(new Notifications(settings, clock, database(), working.enabled(), plugins));
        }
    }

    /** What monitoring reads. */
    public Monitoring monitoring() {
        return new Monitoring(settings, clock, () -> Database.open(server.address(), schema));
    }

    private Announcer announcer() {
        Secret redis = settings.services().redisUrl();
        return redis == null
                ? new NotifyAnnouncer(database())
                : new RedisAnnouncer(redis.value(), REDIS_TIMEOUT, schema);
    }

    /** All there is to say of campaigns. */
    public Dossiers dossiers() {
        return new Dossiers(database());
    }

    /** Reads kept answers again. */
    public ReparsePipeline.Report reparse(List<String> ids, Consumer<KeptCapture> progress) {
        try (Plugins working = plugins.working(fetchers.online())) {
            return Reparsing.of(database(), clock).run(chosen(working, ids), progress);
        }
    }

    private static List<LoadedPlugin> chosen(Plugins plugins, List<String> ids) {
        return ids.isEmpty()
                ? plugins.enabled()
                : ids.stream().distinct().map(plugins::named).toList();
    }

    /** What somebody does with a plug-in they are writing. */
    public PluginWorkshop workshop() {
        return new PluginWorkshop(fetchers, extractor(), settings.plugins(), plugins::contexts);
    }

    /** For the host's own fetching only: it waits for the connection, which a command may hold while it hears plug-ins. */
    private RobotsMemory robots() {
        return new KeptRobots(this::database, clock);
    }

    /** Threads that fetch ask for it, too. */
    private synchronized Database database() {
        if (database == null) {
            database = server.open(schema);
            new Migrations(database).ensureCurrent();
        }
        return Objects.requireNonNull(database);
    }

    /** Lets go of the connection; the server that comes along stays up for the next command. */
    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
        server.close();
    }
}
