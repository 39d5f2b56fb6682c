package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;

/**
 * The distinct campaigns of a programme or a route.
 *
 * @param key whose they are
 * @param campaigns the campaigns, by their first day
 * @param watchedSince the first day from which a campaign would have been seen, or null if that is not known: then the
 *     series begins with its first campaign
 */
public record Series(
        SeriesKey key,
        List<DatedCampaign> campaigns,
        @Nullable LocalDate watchedSince) {

    /** Copies and sorts the campaigns. */
    public Series {
        campaigns = campaigns.stream()
                .sorted(Comparator.comparing(DatedCampaign::start).thenComparing(DatedCampaign::end))
                .toList();
    }

    /** One series for each programme that ever had a campaign. */
    public static List<Series> programs(List<DatedCampaign> campaigns) {
        Map<SeriesKey, List<DatedCampaign>> found = new TreeMap<>();
        for (DatedCampaign campaign : campaigns) {
            found.computeIfAbsent(SeriesKey.of(campaign.program()), key -> new ArrayList<>())
                    .add(campaign);
        }
        return series(found);
    }

    /**
     * One series for each pair of programme and origin that a campaign ever named. Those for every bank are in each of
     * the programme's routes.
     */
    public static List<Series> routes(List<DatedCampaign> campaigns) {
        Map<SeriesKey, List<DatedCampaign>> found = new TreeMap<>();
        SortedSet<SeriesKey> named = new TreeSet<>();
        for (DatedCampaign campaign : campaigns) {
            campaign.origins().stream()
                    .filter(origin -> !origin.equals(OriginId.EVERY_BANK))
                    .forEach(origin -> named.add(new SeriesKey(campaign.program(), origin)));
        }
        named.forEach(key -> found.put(
                key, campaigns.stream().filter(campaign -> campaign.isOf(key)).toList()));
        return series(found);
    }

    private static List<Series> series(Map<SeriesKey, List<DatedCampaign>> found) {
        return found.entrySet().stream()
                .map(entry -> new Series(entry.getKey(), entry.getValue(), null))
                .toList();
    }
}
