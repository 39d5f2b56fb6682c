package org.milesbot.store.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.store.score.Campaign.Lower;

/**
 * The campaigns of one programme in the order of their announcement. Percentages and sets of origins are few and are kept
 * as numbers, so that to look through thousands of campaigns takes microseconds.
 */
final class ProgrammeHistory {

    private final List<Instant> announced;
    private final List<Percent> percents;
    private final int[] levels;
    /** Those that were raised, which at first had another level. */
    private final Map<Integer, Campaign> raised = new HashMap<>();

    private final List<Set<OriginId>> givers = new ArrayList<>();
    private final int[] giversOf;

    ProgrammeHistory(List<Campaign> campaigns) {
        List<Campaign> ordered = campaigns.stream()
                .sorted(Comparator.comparing(Campaign::announcedAt))
                .toList();
        announced = ordered.stream().map(Campaign::announcedAt).toList();
        percents = ordered.stream()
                .flatMap(ProgrammeHistory::percents)
                .distinct()
                .sorted()
                .toList();
        levels = ordered.stream().mapToInt(one -> atLeast(one.percent())).toArray();
        for (int i = 0; i < ordered.size(); i++) {
            if (!ordered.get(i).lower().isEmpty()) {
                raised.put(i, ordered.get(i));
            }
        }
        Map<Set<OriginId>, Integer> numbers = new HashMap<>();
        giversOf = ordered.stream()
                .mapToInt(one -> numbers.computeIfAbsent(one.origins(), this::number))
                .toArray();
    }

    private static Stream<Percent> percents(Campaign campaign) {
        return Stream.concat(
                Stream.of(campaign.percent()), campaign.lower().stream().map(Lower::percent));
    }

    private int number(Set<OriginId> origins) {
        givers.add(origins);
        return givers.size() - 1;
    }

    Standing standing(Campaign campaign) {
        BitSet all = new BitSet();
        all.set(0, givers.size());
        return new Standing(
                ranking(campaign, all),
                campaign.origins().isEmpty() ? null : ranking(campaign, comparable(campaign.origins())));
    }

    /** Sets of origins that share one with these, or that whoever has points anywhere could use. */
    private BitSet comparable(Set<OriginId> origins) {
        BitSet comparable = new BitSet();
        for (int i = 0; i < givers.size(); i++) {
            Set<OriginId> others = givers.get(i);
            comparable.set(i, others.contains(OriginId.EVERY_BANK) || !Collections.disjoint(others, origins));
        }
        return comparable;
    }

    private Ranking ranking(Campaign campaign, BitSet comparable) {
        int asGood = atLeast(campaign.percent());
        int better = above(campaign.percent());
        int yearAgo = before(
                campaign.announcedAt().atZone(Zones.SAO_PAULO).minusYears(1).toInstant());
        int until = before(campaign.announcedAt());
        int[] othersBefore = new int[2];
        int[] betterBefore = new int[2];
        int last = -1;
        int since = 0;
        for (int i = 0; i < until; i++) {
            if (comparable.get(giversOf[i])) {
                int period = i < yearAgo ? 0 : 1;
                othersBefore[period]++;
                int level = level(i, campaign.announcedAt());
                betterBefore[period] += level >= better ? 1 : 0;
                if (level >= asGood) {
                    last = i;
                    since = 0;
                } else if (last < 0 || announced.get(i).isAfter(announced.get(last))) {
                    since++;
                }
            }
        }
        return new Ranking(
                new Rank(1 + betterBefore[1], 1 + othersBefore[1]),
                new Rank(
                        1 + Arrays.stream(betterBefore).sum(),
                        1 + Arrays.stream(othersBefore).sum()),
                day(last),
                since);
    }

    private int level(int number, Instant at) {
        Campaign known = raised.get(number);
        return known == null ? levels[number] : atLeast(known.percentBefore(at));
    }

    private @Nullable LocalDate day(int campaign) {
        return campaign < 0 ? null : LocalDate.ofInstant(announced.get(campaign), Zones.SAO_PAULO);
    }

    /** The number of the lowest percentage here that is as high as this one. */
    private int atLeast(Percent percent) {
        int found = Collections.binarySearch(percents, percent);
        return found < 0 ? -found - 1 : found;
    }

    private int above(Percent percent) {
        int found = Collections.binarySearch(percents, percent);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** How many were announced before an instant. */
    private int before(Instant instant) {
        int low = 0;
        int high = announced.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (announced.get(middle).isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
