package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of transfer bonuses, from which what was known on any earlier day can be had.
 *
 * @param told the campaigns as they were told, in any order, repeats among them
 * @param outages when nothing was watched
 * @param watchedSince the day from which series that may have had no campaign yet are watched
 * @param asked series that are forecast even if nothing is known of them
 */
public record History(
        List<Campaign> told, List<Outage> outages, Map<SeriesKey, LocalDate> watchedSince, Set<SeriesKey> asked) {

    /** Copies the collections. */
    public History {
        told = List.copyOf(told);
        outages = List.copyOf(outages);
        watchedSince = Map.copyOf(watchedSince);
        asked = Set.copyOf(asked);
    }

    /** Campaigns that were always watched for. */
    public static History of(Collection<Campaign> told) {
        return new History(List.copyOf(told), List.of(), Map.of(), Set.of());
    }

    /** The programmes that had a campaign by the end of a day. */
    public Known programs(LocalDate origin) {
        return known(origin, Series::programs, false);
    }

    /** The pairs of programme and origin that a campaign named by the end of a day. */
    public Known routes(LocalDate origin) {
        return known(origin, Series::routes, true);
    }

    private Known known(LocalDate origin, Function<List<DatedCampaign>, List<Series>> split, boolean ofRoutes) {
        List<DatedCampaign> campaigns = campaigns(origin);
        Map<SeriesKey, Series> found =
                split.apply(campaigns).stream().collect(Collectors.toMap(Series::key, one -> one));
        Set<SeriesKey> keys = new TreeSet<>(found.keySet());
        Stream.concat(watchedSince.keySet().stream(), asked.stream())
                .filter(key -> key.isRoute() == ofRoutes)
                .forEach(keys::add);
        List<Series> series = keys.stream()
                .map(key -> new Series(key, campaigns(key, found.get(key), campaigns), watchedSince.get(key)))
                .toList();
        return new Known(series, outages, origin);
    }

    /** Of a route that no campaign ever named, those for every bank. */
    private static List<DatedCampaign> campaigns(SeriesKey key, @Nullable Series found, List<DatedCampaign> campaigns) {
        return found != null
                ? found.campaigns()
                : campaigns.stream().filter(campaign -> campaign.isOf(key)).toList();
    }

    /** The distinct campaigns that had begun by the end of a day, by their first day. */
    public List<DatedCampaign> campaigns(LocalDate origin) {
        return Campaigns.distinct(told.stream()
                .filter(campaign -> !DatedCampaign.of(campaign).start().isAfter(origin))
                .toList());
    }

    /** The distinct campaigns that are to begin after a day, by their first day. */
    public List<DatedCampaign> announced(LocalDate origin) {
        return Campaigns.distinct(told.stream()
                .filter(campaign -> DatedCampaign.of(campaign).start().isAfter(origin))
                .toList());
    }

    /** The last day that any campaign began on, or nothing without campaigns. */
    public Optional<LocalDate> lastStart() {
        return told.stream().map(campaign -> DatedCampaign.of(campaign).start()).max(LocalDate::compareTo);
    }
}
