package org.milesbot.cli.plugin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.db.PluginSchema;

/**
 * One plug-in as the host uses it. The plug-in itself is made at the first question that needs it; every call into it is
 * guarded and what it returns is checked. Safe for use by several threads; the plug-in is called from one at a time.
 */
public final class LoadedPlugin {

    private static final int MOST_CATEGORIES = 50;
    static final int MOST_SOURCES = 10_000;
    private static final int MOST_QUERIES = 1_000;
    private static final int MOST_SIGHTINGS = 100_000;
    private static final int LONGEST_TITLE = 10_000;
    private static final int LONGEST_NOTICE = 2_000;

    private final FoundPlugin found;
    private final Standing standing;
    private final GuardedCall border;
    private final PluginHost host;
    private @Nullable Plugin plugin;
    private @Nullable PluginSchema tables;
    private @Nullable PluginException notMade;
    private @Nullable List<Source> sources;
    private @Nullable Messaging messaging;
    private @Nullable List<BotCommand> botCommands;
    private @Nullable List<WebRoute> webRoutes;
    private @Nullable List<FareProvider> fareProviders;
    private @Nullable List<GuardedJob> jobs;
    private @Nullable List<GuardedSignal> signals;
    private @Nullable List<GuardedTerminalCommand> commands;

    LoadedPlugin(FoundPlugin found, Standing standing, PluginHost host) {
        this.found = found;
        this.standing = standing;
        this.border = found.border();
        this.host = host;
    }

    /** Its name. */
    public String id() {
        return found.id();
    }

    /** Its own version. */
    public String version() {
        return found.version();
    }

    /** The folder it was found in; empty if it is built in. */
    public Optional<Path> folder() {
        return Optional.ofNullable(found.folder());
    }

    /** Where it comes from, for people. */
    public Text origin() {
        return found.folder() == null
                ? Text.of(LoadedPlugin.class, "origin.built-in")
                : Text.plain(found.folder().toString());
    }

    /** Whether the settings and the operator let it run. */
    public boolean enabled() {
        return standing == Standing.ENABLED;
    }

    /** Whether it may run, and if not, who does not let it. */
    public Standing standing() {
        return standing;
    }

    /**
     * When its work is due.
     *
     * @throws PluginException if the plug-in cannot say, or not in a form that is understood
     */
    public synchronized Schedule schedule() {
        Plugin made = made();
        String expression = border.call("schedule()", host.limits().call(), made::schedule);
        try {
            return Schedule.parse(expression);
        } catch (MilesbotException e) {
            throw border.refused(ErrorKind.INTERNAL, "wrong", "schedule()", e.text());
        }
    }

    /**
     * What it is about, as slugs in alphabetical order.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized SortedSet<String> categories() {
        Plugin made = made();
        List<String> categories = border.list("categories()", host.limits().call(), MOST_CATEGORIES, made::categories);
        categories.stream()
                .filter(category -> !Slugs.isSlug(category))
                .findAny()
                .ifPresent(category -> {
                    throw border.refused(ErrorKind.INTERNAL, "categories.form", Quoted.of(category));
                });
        return Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    }

    /**
     * What it has to say of itself to whoever lists the plug-ins.
     *
     * @throws PluginException if the plug-in cannot say
     */
    public synchronized Optional<String> notice(Locale locale) {
        Plugin made = made();
        Optional<String> notice = border.call(
                "notice()", host.limits().call(), () -> made.notice().map(text -> text.in(locale)));
        notice.ifPresent(said -> border.requireShort("notice()", said.length(), LONGEST_NOTICE));
        return notice;
    }

    /**
     * The places it watches, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, says it wrong, or uses another's name for a source
     */
    public synchronized List<Source> sources() {
        if (sources == null) {
            sources = checkedSources(made());
        }
        return sources;
    }

    private List<Source> checkedSources(Plugin made) {
        List<Source> written = border.list("sources()", host.limits().call(), MOST_SOURCES, made::sources);
        List<Source> checked = new ArrayList<>(written.size());
        Set<SourceId> ids = new HashSet<>();
        for (Source source : written) {
            GuardedSource guarded =
                    GuardedSource.of(id(), source, border, host.limits().call());
            if (!ids.add(guarded.id())) {
                throw border.refused(
                        ErrorKind.INTERNAL, "sources.twice", guarded.id().value());
            }
            checked.add(guarded);
        }
        ids.forEach(source -> refuseForeign(source, host.claim(source, id())));
        return List.copyOf(checked);
    }

    /** Whether it also scrapes by itself, and does not leave that to its sources alone. */
    public synchronized boolean scrapesByItself() {
        Plugin made = made();
        return border.call(
                "scrape()",
                host.limits().call(),
                () -> made.getClass().getMethod("scrape", Instant.class).getDeclaringClass() != Plugin.class);
    }

    /** Whether it has providers that can be asked what seats cost. */
    public boolean asksForFares() {
        return fareProviders().stream().anyMatch(provider -> provider.rate().perDay() > 0);
    }

    /** Whether it has something to do besides its sources. */
    public boolean worksByItself() {
        return scrapesByItself() || asksForFares();
    }

    /**
     * The promos that it fetched by itself.
     *
     * @throws PluginException if it fails, takes too long or returns what it must not
     */
    public synchronized List<Sighting> scrape(Instant since) {
        Plugin made = made();
        List<Sighting> sightings =
                border.list("scrape()", host.limits().scrape(), MOST_SIGHTINGS, () -> made.scrape(since));
        sightings.forEach(
                sighting -> border.requireShort("scrape()", sighting.title().length(), LONGEST_TITLE));
        sightings.stream()
                .map(Sighting::source)
                .distinct()
                .forEach(source -> refuseForeign(source, host.ownerOf(source).orElse(id())));
        return sightings;
    }

    /**
     * What it has to do with messages. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized Messaging messaging() {
        if (messaging == null) {
            messaging = Messaging.of(made(), id(), border, host.limits());
        }
        return messaging;
    }

    /**
     * What the bot can be asked for, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized List<BotCommand> botCommands() {
        if (botCommands == null) {
            botCommands = GuardedBotCommand.of(made(), id(), border, host.limits());
        }
        return botCommands;
    }

    /**
     * What it shows on the web page, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized List<WebRoute> webRoutes() {
        if (webRoutes == null) {
            webRoutes = GuardedRoutes.of(made(), id(), border, host.limits());
        }
        return webRoutes;
    }

    /**
     * Who it asks what seats cost in miles, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized List<FareProvider> fareProviders() {
        if (fareProviders == null) {
            fareProviders = GuardedFareProvider.of(made(), id(), border, host.limits());
        }
        return fareProviders;
    }

    /**
     * What it wants providers to be asked.
     *
     * @throws PluginException if the plug-in cannot say, or wants too much
     */
    public synchronized List<FareQuery> fareQueries() {
        return border.list("fareQueries()", host.limits().call(), MOST_QUERIES, made()::fareQueries);
    }

    /**
     * What it does after the host's own work, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized List<GuardedJob> jobs() {
        if (jobs == null) {
            jobs = GuardedJob.of(made(), id(), border, host.limits());
        }
        return jobs;
    }

    /**
     * What it thinks of forecasts, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized List<GuardedSignal> forecastSignals() {
        if (signals == null) {
            signals = GuardedSignal.of(made(), id(), border, host.limits());
        }
        return signals;
    }

    /**
     * What can be done with it on the command line, each guarded in turn. Asked of the plug-in once.
     *
     * @throws PluginException if the plug-in cannot say, or says it wrong
     */
    public synchronized List<GuardedTerminalCommand> commands() {
        if (commands == null) {
            commands = GuardedTerminalCommand.of(made(), id(), border, host.limits());
        }
        return commands;
    }

    /**
     * What it keeps of people; nothing if it keeps nothing of anybody.
     *
     * @throws PluginException if the plug-in cannot say
     */
    public synchronized Optional<PersonalData> personalData() {
        Plugin made = made();
        return border.call("personalData()", host.limits().call(), made::personalData)
                .map(data -> new GuardedPersonalData(data, border, host.limits().call()));
    }

    /** Whether the plug-in has been made in this process. */
    public synchronized boolean isMade() {
        return plugin != null;
    }

    synchronized void close() {
        Plugin made = plugin;
        try {
            // One that did not come back is not asked again; its thread is a daemon.
            if (made != null && !border.isStuck()) {
                plugin = null;
                border.run("close()", host.limits().call(), made::close);
            }
        } finally {
            closeTables();
        }
    }

    private void closeTables() {
        if (tables != null) {
            tables.close();
            tables = null;
        }
    }

    /** Asks the plug-in itself, by its border: for what a check wants to know one by one. */
    synchronized <T> T examined(BiFunction<Plugin, GuardedCall, T> question) {
        return question.apply(made(), border);
    }

    /**
     * The steps of its tables, in their order; neither it nor they are made for this.
     *
     * @throws PluginException if it does not say them rightly
     */
    public List<Migration> migrations() {
        return OwnTables.migrations(found, host.limits().call());
    }

    /** The level of the API that it was built for. */
    int apiLevel() {
        return found.apiLevel();
    }

    private Plugin made() {
        if (notMade != null) {
            throw notMade;
        }
        if (plugin == null) {
            plugin = create();
            host.made(this);
        }
        return plugin;
    }

    /** The contract says at most once, so a failure is remembered. */
    private Plugin create() {
        try {
            tables = OwnTables.of(found, host.stores(), host.limits().call()).orElse(null);
            PluginContext context = host.contextOf(id());
            PluginContext whole = tables == null ? context : new OwnTables.Context(context, tables);
            return border.call(
                    "create()", host.limits().call(), () -> found.factory().create(whole));
        } catch (PluginException e) {
            closeTables();
            notMade = e;
            throw e;
        }
    }

    private void refuseForeign(SourceId source, String owner) {
        if (!owner.equals(id())) {
            throw border.refused(ErrorKind.INTERNAL, "sources.foreign", source.value(), owner);
        }
    }

    @Override
    public String toString() {
        return id() + " " + version();
    }
}
