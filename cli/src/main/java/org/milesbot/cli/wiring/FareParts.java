package org.milesbot.cli.wiring;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.source.Fetcher;
import org.milesbot.cli.fare.ask.FareLookup;
import org.milesbot.cli.fare.ask.FareSearch;
import org.milesbot.cli.fare.ask.Patience;
import org.milesbot.cli.fare.ask.WatchedFares;
import org.milesbot.cli.pipeline.FareVisits;
import org.milesbot.cli.pipeline.Outcome;
import org.milesbot.cli.pipeline.SourceReport;
import org.milesbot.cli.pipeline.Tally;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.store.alert.FareMatches;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.StoredFare;
import org.milesbot.store.fare.WatchedRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to do with fares. */
final class FareParts {

    private static final Logger log = LoggerFactory.getLogger(FareParts.class);

    private final Database database;
    private final Clock clock;

    FareParts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private FareSearch search(Fetcher fetcher) {
        FareMatches matches = new FareMatches(database, Places.shipped().cityOfAirports());
        return new FareSearch(
                fetcher,
                database,
                (fares, now) -> matches.match(fares.stream().map(StoredFare::id).toList(), now),
                Patience.USUAL,
                clock);
    }

    /**
     * Asks for what people and plug-ins wait for.
     *
     * @param plugins all that are enabled
     */
    FareVisits visits(Fetcher fetcher, List<LoadedPlugin> plugins) {
        WatchedRoutes routes = new WatchedRoutes(database, Places.shipped().cityOfAirports());
        return new WatchedFares(search(fetcher), routes, () -> wanted(plugins), clock);
    }

    /** What a plug-in cannot say keeps nobody else's question from being asked. */
    private static List<FareQuery> wanted(List<LoadedPlugin> plugins) {
        List<FareQuery> wanted = new ArrayList<>();
        for (LoadedPlugin plugin : PluginParts.withoutSources(plugins)) {
            try {
                wanted.addAll(plugin.fareQueries());
            } catch (PluginException e) {
                log.warn("plugin={} does not say which fares it wants; the others' are asked for", plugin.id(), e);
            }
        }
        return wanted;
    }

    /** Asks nobody. */
    static SourceReport notAsked(LoadedPlugin plugin) {
        return new SourceReport(plugin.id(), plugin.id(), Outcome.NOT_MODIFIED, Tally.NONE, List.of(), null);
    }

    /** Looks for what somebody asks for. */
    FareLookup lookup(Fetcher fetcher, List<LoadedPlugin> plugins) {
        return new FareLookup(search(fetcher), new Fares(database), plugins, clock);
    }
}
