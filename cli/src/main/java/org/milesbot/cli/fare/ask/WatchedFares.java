package org.milesbot.cli.fare.ask;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.api.Zones;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.cli.pipeline.FareVisits;
import org.milesbot.cli.pipeline.Outcome;
import org.milesbot.cli.pipeline.SourceReport;
import org.milesbot.cli.pipeline.Tally;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.fare.WantedQuery;
import org.milesbot.store.fare.WatchedRoutes;

/** Asks a plug-in's providers for the routes that people wait for, the most wanted first, or for popular ones. */
public final class WatchedFares implements FareVisits {

    /** Programmes sell seats for about a year ahead; each month is a question of its own. */
    private static final int MONTHS = 11;

    /** What nobody waits for is asked for the next months only, so that the requests of the day last. */
    private static final int POPULAR_MONTHS = 3;

    /** The next run goes on where this one ends. */
    private static final int MOST_A_RUN = 200;

    private final FareSearch search;
    private final WatchedRoutes routes;
    private final Supplier<List<FareQuery>> besides;
    private final Clock clock;

    /**
     * @param routes knows what people wait for
     * @param besides what else is to be asked
     */
    public WatchedFares(FareSearch search, WatchedRoutes routes, Supplier<List<FareQuery>> besides, Clock clock) {
        this.search = search;
        this.routes = routes;
        this.besides = besides;
        this.clock = clock;
    }

    @Override
    public SourceReport visit(LoadedPlugin plugin) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO);
        List<WantedQuery> wanted =
                worthAsking(routes.wanted(PopularRoutes.shipped(), besides.get(), today, MONTHS), today);
        FareReport report = FareReport.NONE;
        for (FareProvider provider : plugin.fareProviders()) {
            if (provider.rate().perDay() > 0) {
                report = report.with(visit(plugin.id(), provider, wanted));
            }
        }
        return new SourceReport(
                plugin.id(),
                plugin.id(),
                outcome(report),
                new Tally(report.requests(), report.fares(), report.bytes()),
                List.of(),
                report.problem());
    }

    /** What nobody asked for comes last, of what the day's requests leave. */
    private FareReport visit(String plugin, FareProvider provider, List<WantedQuery> wanted) {
        FareReport report = search.routes(plugin, provider);
        if (!report.isShut()) {
            report = report.with(search.ask(plugin, provider, wanted, MOST_A_RUN, query -> {}));
        }
        return report.isShut() ? report : report.with(search.sweep(plugin, provider));
    }

    static List<WantedQuery> worthAsking(List<WantedQuery> wanted, LocalDate today) {
        YearMonth last = YearMonth.from(today).plusMonths(POPULAR_MONTHS - 1L);
        return wanted.stream()
                .filter(query -> query.people() > 0 || !query.month().isAfter(last))
                .toList();
    }

    private static Outcome outcome(FareReport report) {
        End end = report.end();
        return switch (end) {
            case READ, OUT_OF_TURNS -> report.requests() == 0 ? Outcome.NOT_MODIFIED : Outcome.READ;
            case BLOCKED -> Outcome.BLOCKED;
            case TIMED_OUT -> Outcome.TIMED_OUT;
            case FAILED -> Outcome.FAILED;
            case UNREADABLE -> Outcome.UNREADABLE;
        };
    }
}
