package org.milesbot.cli.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.milesbot.api.Zones;
import org.milesbot.cli.history.KeptCampaign;
import org.milesbot.cli.pipeline.Forecasting.Watch;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Outage;
import org.milesbot.forecast.history.Series;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.store.forecast.PastCampaigns;

/**
 * What was known of transfer bonuses at the end of a day.
 *
 * @param history the campaigns, and the days on which nobody watched
 * @param watch since when somebody watched
 */
record KnownPast(History history, Watch watch) {

    /** What is kept. A day without a scrape that went well, and a day between an imported history and the first scrape, was not watched. */
    static KnownPast of(PastCampaigns kept, LocalDate origin) {
        Instant end =
                origin.plusDays(1).atStartOfDay(Zones.SAO_PAULO).toInstant().minusMillis(1);
        List<Campaign> told =
                kept.knownBy(end, List.of()).stream().map(KeptCampaign::of).toList();
        return of(told, kept.watchedDays(end), kept.importedUntil(), origin);
    }

    static KnownPast of(
            List<Campaign> told, SortedSet<LocalDate> watched, Optional<LocalDate> importedUntil, LocalDate origin) {
        LocalDate first = watched.isEmpty() ? null : watched.first();
        List<Outage> outages = new ArrayList<>();
        LocalDate silent = importedUntil.map(day -> day.plusDays(1)).orElse(first);
        LocalDate day = first != null && (silent == null || first.isBefore(silent)) ? first : silent;
        while (day != null && !day.isAfter(origin)) {
            LocalDate next = next(watched, day).orElse(origin.plusDays(1));
            if (next.isAfter(day)) {
                outages.add(new Outage(day, next.minusDays(1)));
            }
            day = next.plusDays(1);
        }
        History bare = new History(told, outages, Map.of(), Set.of());
        LocalDate blind = outages.stream()
                .filter(outage -> outage.to().equals(origin))
                .map(Outage::from)
                .findFirst()
                .orElse(null);
        return new KnownPast(first == null ? bare : watchedSince(bare, first, origin), new Watch(first, blind));
    }

    private static Optional<LocalDate> next(SortedSet<LocalDate> watched, LocalDate from) {
        SortedSet<LocalDate> later = watched.tailSet(from);
        return later.isEmpty() ? Optional.empty() : Optional.of(later.first());
    }

    /** Whoever has had a campaign by now would have had one seen since the first scrape, too. */
    private static History watchedSince(History bare, LocalDate first, LocalDate origin) {
        Map<SeriesKey, LocalDate> since = new HashMap<>();
        Stream.of(bare.programs(origin), bare.routes(origin))
                .flatMap(known -> known.series().stream())
                .map(Series::key)
                .forEach(key -> since.put(key, first));
        return new History(bare.told(), bare.outages(), since, Set.of());
    }

    /** The same with series that are asked for, of which nothing may be known. */
    static History with(History history, Set<SeriesKey> asked) {
        return new History(history.told(), history.outages(), history.watchedSince(), asked);
    }
}
