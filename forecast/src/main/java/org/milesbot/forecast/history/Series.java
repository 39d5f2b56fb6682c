package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Map<SeriesKey, List<DatedCampaign>> found = new HashMap<>();
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
        Map<SeriesKey, List<DatedCampaign>> found = new HashMap<>();
        campaigns.stream()
                .collect(Collectors.groupingBy(DatedCampaign::program))
                .forEach((program, own) ->
                        byOrigin(own).forEach((origin, ofRoute) -> found.put(new SeriesKey(program, origin), ofRoute)));
        return series(found);
    }

    private static Map<OriginId, List<DatedCampaign>> byOrigin(List<DatedCampaign> ofProgram) {
        Set<OriginId> named = new HashSet<>();
        ofProgram.forEach(campaign -> named.addAll(campaign.origins()));
        named.remove(OriginId.EVERY_BANK);
        Map<OriginId, List<DatedCampaign>> found = new HashMap<>();
        for (DatedCampaign campaign : ofProgram) {
            boolean isForAll = campaign.origins().contains(OriginId.EVERY_BANK);
            (isForAll ? named : campaign.origins())
                    .forEach(origin -> found.computeIfAbsent(origin, first -> new ArrayList<>())
                            .add(campaign));
        }
        return found;
    }

    private static List<Series> series(Map<SeriesKey, List<DatedCampaign>> found) {
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Series(entry.getKey(), entry.getValue(), null))
                .toList();
    }
}
