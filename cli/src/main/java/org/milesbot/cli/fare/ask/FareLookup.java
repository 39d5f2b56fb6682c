package org.milesbot.cli.fare.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.milesbot.api.Zones;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.cli.fare.FareQuestion;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.fare.FareFilter;
import org.milesbot.store.fare.FareRoute;
import org.milesbot.store.fare.FareStatistics;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.KnownFare;
import org.milesbot.store.fare.WantedQuery;

/** Answers what somebody asks of fares: from what is kept, and from providers where that is older than a few hours. */
public final class FareLookup {

    /** More than anybody reads; a return trip is made of so many each way. */
    private static final int MOST_FARES = 10_000;

    private final FareSearch search;
    private final Fares fares;
    private final List<LoadedPlugin> plugins;
    private final Clock clock;

    /**
     * @param plugins whose providers are asked
     */
    public FareLookup(FareSearch search, Fares fares, List<LoadedPlugin> plugins, Clock clock) {
        this.search = search;
        this.fares = fares;
        this.plugins = List.copyOf(plugins);
        this.clock = clock;
    }

    /** Whether there is anybody to ask. */
    public boolean canAsk() {
        return providers().findAny().isPresent();
    }

    /** What providers are asked for a question, there and back: whole months that are not over. */
    public List<WantedQuery> wanted(FareQuestion question) {
        return Stream.concat(Stream.of(question.outbound()), question.inbound().stream())
                .flatMap(this::months)
                .distinct()
                .toList();
    }

    /** How many steps {@link #ask} takes. */
    public int steps(List<WantedQuery> wanted) {
        return wanted.size() * Math.toIntExact(providers().count());
    }

    /**
     * Asks all providers for what a question needs, as far as it is not known.
     *
     * @param wanted from {@link #wanted}
     * @param progress is told of each step which provider it was
     */
    public FareReport ask(List<WantedQuery> wanted, Consumer<String> progress) {
        FareReport report = FareReport.NONE;
        for (LoadedPlugin plugin : plugins) {
            for (FareProvider provider : asked(plugin).toList()) {
                report = report.with(search.ask(
                        plugin.id(), provider, wanted, wanted.size(), query -> progress.accept(provider.id())));
            }
        }
        return report;
    }

    private Stream<FareProvider> providers() {
        return plugins.stream().flatMap(FareLookup::asked);
    }

    private static Stream<FareProvider> asked(LoadedPlugin plugin) {
        return plugin.fareProviders().stream()
                .filter(provider -> provider.rate().perDay() > 0);
    }

    /**
     * Keeps what somebody saved of searches of their own.
     *
     * @param saved the fares by the id of the provider that read them
     */
    public FareReport keep(Map<String, List<AwardFare>> saved) {
        FareReport report = FareReport.NONE;
        for (Map.Entry<String, List<AwardFare>> each : saved.entrySet()) {
            report = report.with(search.keep(each.getKey(), each.getValue()));
        }
        return report;
    }

    /** Who reads what people save, those that ask for themselves too. */
    public List<FareProvider> readers() {
        return plugins.stream()
                .flatMap(plugin -> plugin.fareProviders().stream())
                .toList();
    }

    /** Providers are asked for whole months, so that questions for neighbouring days have their answer in common. */
    private Stream<WantedQuery> months(FareQuery query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO);
        YearMonth last = YearMonth.from(query.to());
        return Stream.iterate(YearMonth.from(query.from()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(month -> !month.atEndOfMonth().isBefore(today))
                .map(month -> new WantedQuery(
                        query.origins(), query.destinations(), month, query.cabin(), query.passengers(), 0));
    }

    /** The fares there that are known, those for the fewest miles first. */
    public List<KnownFare> there(FareQuestion question) {
        return known(question.outbound()).stream()
                .filter(known -> question.admits(known.fare()))
                .toList();
    }

    /** The fares back; none if nobody asks for them. */
    public List<KnownFare> back(FareQuestion question) {
        return question.inbound().map(this::known).orElse(List.of()).stream()
                .filter(known -> question.admitsBack(known.fare()))
                .toList();
    }

    private List<KnownFare> known(FareQuery query) {
        return fares.current(new FareFilter(query, null, null), MOST_FARES);
    }

    /** What the routes of some fares usually cost. */
    public Map<FareRoute, FareStatistics> statistics(List<KnownFare> some) {
        Instant now = clock.instant();
        Map<FareRoute, FareStatistics> all = new LinkedHashMap<>();
        for (KnownFare known : some) {
            all.computeIfAbsent(FareRoute.of(known.fare()), route -> fares.statistics(route, null, now));
        }
        return all;
    }
}
