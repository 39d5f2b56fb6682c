package org.milesbot.api.testing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.job.Job;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.web.WebRoute;

/**
 * Checks what the host expects of a plug-in, as far as one can without the host: for the tests of plug-in authors. A
 * breach is an {@link AssertionError} that says what was wrong.
 */
public final class PluginContract {

    private static final Pattern ALIAS = Pattern.compile("@?(hourly|daily|weekly|monthly)");
    private static final Pattern CRON = Pattern.compile("[0-9*,/A-Za-z-]+( +[0-9*,/A-Za-z-]+){4}");
    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final int LONGEST_HELP = 256;
    private static final Promo PROMO =
            Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles")).build();
    private static final Recipient RECIPIENT = new Recipient(1, 1, Locale.forLanguageTag("pt"), Set.of("smiles:club"));
    private static final FareQuery FARES = new FareQuery(
            new TreeSet<>(Set.of("GRU", "VCP")),
            new TreeSet<>(Set.of("LIS")),
            LocalDate.of(2027, 3, 1),
            LocalDate.of(2027, 3, 31),
            Cabin.BUSINESS,
            1);
    private static final Message MESSAGE = new Message("<b>Smiles</b>", List.of(), false, null);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private PluginContract() {}

    /** Checks a plug-in that needs no setting and gets no answer from the network. */
    public static void verify(PluginFactory factory) {
        verify(factory, TestingPluginContext.at(SettableClock.at(NOW)));
    }

    /**
     * Checks a plug-in in a context, such as one with settings and with answers from the network. What the plug-in keeps of
     * the chat 1 is forgotten; where it keeps that in tables, only if the context has them, and so are its fare queries and its
     * opinions of forecasts asked for. Jobs and commands are not run.
     *
     * @throws AssertionError if it breaks the contract
     */
    public static void verify(PluginFactory factory, PluginContext context) {
        verifyFactory(factory);
        verifyMigrations(factory);
        Plugin plugin = notNull("create()", factory.create(context));
        try {
            verifySchedule(plugin.schedule());
            verifyCategories(plugin.categories());
            verifySources(plugin);
            verifyScrape(plugin, context.clock().instant().minus(Duration.ofDays(30)));
            verifyFareProviders(plugin);
            verifyChannels(plugin);
            verifyDecorators(plugin);
            verifyAudience(plugin);
            verifyBotCommands(plugin);
            verifyWebRoutes(plugin);
            verifyJobs(plugin);
            verifyCommands(plugin);
            if (factory.migrations().isEmpty() || context.storage().isAvailable()) {
                elements("fareQueries()", asked("fareQueries()", plugin::fareQueries));
                SignalContract.verify(plugin, context.clock().instant());
                verifyPersonalData(plugin);
            }
        } finally {
            plugin.close();
        }
    }

    /**
     * Checks how a source reads a page: the same page gives the same reading, every announcement has an id of its own, and
     * the same announcement gives the same promos.
     *
     * @throws AssertionError if it breaks the contract
     */
    public static void verifyReading(Source source, Page page, PluginContext context) {
        Reading first = notNull("read()", source.read(page));
        check(first.equals(source.read(page)), "read() gave two readings of one page; it must have no side effects");
        Set<String> ids = new HashSet<>();
        for (Announcement announcement : first.announcements()) {
            check(!announcement.id().isBlank(), "read() gave an announcement with a blank id");
            check(ids.add(announcement.id()), "read() gave two announcements with the id " + announcement.id());
            List<Promo> promos = elements("promos()", source.promos(announcement, context.extractor()));
            check(
                    promos.equals(source.promos(announcement, context.extractor())),
                    "promos() gave two results for the announcement " + announcement.id());
        }
        first.links().forEach(link -> verifyAddress("a link of read()", link.uri()));
    }

    private static void verifyFactory(PluginFactory factory) {
        String id = notNull("id()", factory.id());
        check(Slugs.isSlug(id), "id() is \"" + id + "\"; it must be of the form [a-z][a-z0-9_]*, such as award_search");
        check(id.equals(factory.id()), "id() changes from call to call");
        check(!notNull("version()", factory.version()).isBlank(), "version() is blank; it should be such as 1.0");
        check(
                factory.apiLevel() == PluginFactory.API_LEVEL,
                "apiLevel() is " + factory.apiLevel() + "; this api has the level " + PluginFactory.API_LEVEL);
    }

    private static void verifyMigrations(PluginFactory factory) {
        List<Migration> migrations = elements("migrations()", factory.migrations());
        check(migrations.equals(factory.migrations()), "migrations() changes from call to call");
        int before = 0;
        for (Migration migration : migrations) {
            check(
                    migration.version() > before,
                    "migrations() has " + migration.file() + " after a version that is no lower; they must rise");
            before = migration.version();
        }
    }

    private static void verifySchedule(@Nullable String schedule) {
        String words = notNull("schedule()", schedule).strip();
        check(
                ALIAS.matcher(words).matches() || CRON.matcher(words).matches(),
                "schedule() is \"" + words + "\"; it must be a cron expression of five fields, such as"
                        + " 0,30 6-23 * * *, or hourly, daily, weekly or monthly");
    }

    private static void verifyCategories(@Nullable Set<String> categories) {
        for (String category : elements("categories()", categories)) {
            check(
                    Slugs.isSlug(category),
                    "categories() has \"" + category + "\"; each must be of the form [a-z][a-z0-9_]*, such as bonus");
        }
    }

    private static void verifySources(Plugin plugin) {
        Set<SourceId> ids = new HashSet<>();
        for (Source source : elements("sources()", plugin.sources())) {
            SourceId id = notNull("the id() of a source", source.id());
            check(ids.add(id), "sources() has two sources with the id " + id);
            notNull("provenance() of the source " + id, source.provenance());
            List<URI> addresses = elements("addresses() of the source " + id, source.addresses());
            check(!addresses.isEmpty(), "addresses() of the source " + id + " is empty; it needs at least one");
            addresses.forEach(address -> verifyAddress("addresses() of the source " + id, address));
        }
    }

    private static void verifyScrape(Plugin plugin, Instant since) {
        List<Sighting> first = elements("scrape()", scraped(plugin, since));
        check(
                first.equals(scraped(plugin, since)),
                "scrape() gave two results for one instant; asked again it must return the same promos");
        for (Sighting sighting : first) {
            check(
                    !sighting.publishedAt().isBefore(since),
                    "scrape() returned \"" + sighting.title() + "\", published at " + sighting.publishedAt()
                            + ", before the instant " + since + " that was asked for");
        }
    }

    /** Nothing is sent: that would be seen by somebody. */
    private static void verifyFareProviders(Plugin plugin) {
        Set<String> ids = new HashSet<>();
        for (FareProvider provider : elements("fareProviders()", plugin.fareProviders())) {
            String id = notNull("the id() of a fare provider", provider.id());
            check(
                    Slugs.isSlug(id),
                    "id() of a fare provider is \"" + id + "\"; it must be of the form [a-z][a-z0-9_]*");
            check(ids.add(id), "fareProviders() has two providers with the id " + id);
            notNull("rate() of the fare provider " + id, provider.rate());
            verifyRequests(provider, "requests()", () -> provider.requests(FARES));
            verifyRequests(provider, "coverage()", provider::coverage);
            verifyRequests(provider, "sweep()", () -> provider.sweep(FARES.from(), FARES.to()));
        }
    }

    private static void verifyRequests(FareProvider provider, String method, Supplier<List<FetchRequest>> asked) {
        List<FetchRequest> first = elements(method + " of the fare provider " + provider.id(), asked.get());
        check(first.equals(asked.get()), method + " of " + provider.id() + " gave two answers to one query");
        first.forEach(each -> verifyAddress(method + " of the fare provider " + provider.id(), each.uri()));
        check(
                first.isEmpty() || provider.rate().perDay() > 0,
                method + " of " + provider.id() + " asks something, and rate() lets it ask nothing");
    }

    private static void verifyChannels(Plugin plugin) {
        Set<String> ids = new HashSet<>();
        for (Channel channel : elements("channels()", plugin.channels())) {
            String id = notNull("the id() of a channel", channel.id());
            check(
                    Slugs.isSlug(id),
                    "channels() has a channel with the id \"" + id
                            + "\"; it must be of the form [a-z][a-z0-9_]*, such as email");
            check(!id.equals("telegram"), "channels() has a channel with the id telegram, which milesbot has itself");
            check(ids.add(id), "channels() has two channels with the id " + id);
        }
    }

    private static void verifyDecorators(Plugin plugin) {
        for (MessageDecorator decorator : elements("decorators()", plugin.decorators())) {
            notNull("decorate()", asked("decorate()", () -> decorator.decorate(MESSAGE, PROMO, RECIPIENT)));
        }
    }

    private static void verifyAudience(Plugin plugin) {
        for (AudienceFilter filter : elements("audience()", plugin.audience())) {
            notNull("heldBack()", asked("heldBack()", () -> filter.heldBack(PROMO, RECIPIENT)))
                    .ifPresent(why -> check(!why.isBlank(), "heldBack() gave a blank reason"));
        }
    }

    /** Nothing is asked of them: some change what they keep. */
    private static void verifyBotCommands(Plugin plugin) {
        Set<String> names = new HashSet<>();
        for (BotCommand command : elements("botCommands()", plugin.botCommands())) {
            String name = notNull("the name() of a command", command.name());
            List<String> all = new ArrayList<>(elements("aliases() of /" + name, command.aliases()));
            all.add(name);
            for (String each : all) {
                check(
                        COMMAND.matcher(each).matches(),
                        "botCommands() has a command with the name \"" + each
                                + "\"; it must be of the form [a-z][a-z0-9_]*, of 32 characters at most, such as quotation");
                check(names.add(each), "botCommands() has two commands with the name " + each);
            }
            verifyHelp("/" + name, command::help);
            notNull("example() of /" + name, command.example());
        }
    }

    private static void verifyHelp(String command, Function<Locale, @Nullable String> helping) {
        for (String language : List.of("pt-BR", "en")) {
            String help = notNull("help() of " + command, helping.apply(Locale.forLanguageTag(language)));
            check(
                    !help.isBlank()
                            && help.length() <= LONGEST_HELP
                            && help.lines().count() == 1,
                    "help() of " + command + " must be one line of at most " + LONGEST_HELP + " characters");
        }
    }

    private static void verifyJobs(Plugin plugin) {
        Set<String> names = new HashSet<>();
        for (Job job : elements("jobs()", plugin.jobs())) {
            String name = notNull("the name() of a job", job.name());
            check(Slugs.isSlug(name), "name() of a job is \"" + name + "\"; it must be of the form [a-z][a-z0-9_]*");
            check(names.add(name), "jobs() has two jobs with the name " + name);
            notNull("phase() of the job " + name, job.phase());
        }
    }

    private static void verifyCommands(Plugin plugin) {
        Set<String> names = new HashSet<>();
        for (TerminalCommand command : elements("commands()", plugin.commands())) {
            String name = notNull("the name() of a command", command.name());
            check(
                    COMMAND.matcher(name).matches(),
                    "commands() has a command with the name \"" + name
                            + "\"; it must be of the form [a-z][a-z0-9_]*, of 32 characters at most, such as import");
            check(names.add(name), "commands() has two commands with the name " + name);
            verifyHelp(name, command::help);
            notNull("example() of " + name, command.example());
        }
    }

    private static void verifyWebRoutes(Plugin plugin) {
        Set<String> taken = new HashSet<>();
        for (WebRoute route : elements("webRoutes()", plugin.webRoutes())) {
            check(
                    taken.add(route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}")),
                    "webRoutes() has two routes for " + route.method() + " " + route.path());
        }
    }

    /** Somebody who the questions before were about: what is kept of them is forgotten, and stays so. */
    private static void verifyPersonalData(Plugin plugin) {
        Optional<PersonalData> personal = notNull("personalData()", plugin.personalData());
        if (personal.isEmpty()) {
            return;
        }
        PersonalData data = personal.get();
        exported(data).ifPresent(PluginContract::verifyExport);
        asked("erase()", () -> data.erase(RECIPIENT.chatId()));
        check(exported(data).isEmpty(), "export() still has something after erase()");
        Boolean again = asked("erase()", () -> data.erase(RECIPIENT.chatId()));
        check(Boolean.FALSE.equals(again), "erase() found something the second time");
    }

    private static Optional<String> exported(PersonalData data) {
        return notNull("export()", asked("export()", () -> data.export(RECIPIENT.chatId())));
    }

    private static void verifyExport(String json) {
        check(
                json.length() <= PersonalData.LONGEST,
                "export() gave " + json.length() + " characters; " + PersonalData.LONGEST + " are the most");
        check(JsonText.isObject(json), "export() gave what is no JSON object, such as {\"messages\":[]}");
    }

    static <T> @Nullable T asked(String method, Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new AssertionError(method + " threw " + e, e);
        }
    }

    private static @Nullable List<Sighting> scraped(Plugin plugin, Instant since) {
        return asked("scrape()", () -> plugin.scrape(since));
    }

    private static void verifyAddress(String where, URI address) {
        check(
                (Objects.equals(address.getScheme(), "http") || Objects.equals(address.getScheme(), "https"))
                        && address.getHost() != null,
                where + " has " + address + "; each must be an absolute http or https address");
    }

    static <C extends Collection<?>> C elements(String what, @Nullable C collection) {
        C present = notNull(what, collection);
        // Not contains(null): immutable collections throw at the question.
        check(present.stream().noneMatch(Objects::isNull), what + " has a null in it");
        return present;
    }

    static <T> T notNull(String what, @Nullable T value) {
        if (value == null) {
            throw new AssertionError(what + " is null");
        }
        return value;
    }

    static void check(boolean holds, String breach) {
        if (!holds) {
            throw new AssertionError(breach);
        }
    }
}
