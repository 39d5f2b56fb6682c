package org.milesbot.store.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * The campaigns of one programme in the order of their announcement. Percentages and sets of origins are few; of each it is
 * known as bits which campaigns have it, so that to look through thousands of campaigns takes microseconds.
 */
final class ProgrammeHistory {

    private final List<Instant> announced;
    private final List<Percent> percents;
    /** By number of a percentage, and one more: those that gave as much or more, but for the raised. */
    private final List<BitSet> atLeast = new ArrayList<>();
    /** Those that were raised, which at first had another percentage. */
    private final Map<Integer, Campaign> raised = new HashMap<>();

    private final Map<Set<OriginId>, BitSet> byOrigins = new HashMap<>();

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
        List<BitSet> exactly =
                Stream.generate(BitSet::new).limit(percents.size() + 1L).toList();
        for (int i = 0; i < ordered.size(); i++) {
            Campaign campaign = ordered.get(i);
            byOrigins
                    .computeIfAbsent(campaign.origins(), unknown -> new BitSet())
                    .set(i);
            if (campaign.lower().isEmpty()) {
                exactly.get(atLeast(campaign.percent())).set(i);
            } else {
                raised.put(i, campaign);
            }
        }
        for (int level = percents.size(); level >= 0; level--) {
            BitSet more = level == percents.size() ? new BitSet() : copy(atLeast.get(0));
            more.or(exactly.get(level));
            atLeast.add(0, more);
        }
    }

    private static Stream<Percent> percents(Campaign campaign) {
        return Stream.concat(
                Stream.of(campaign.percent()), campaign.lower().stream().map(Lower::percent));
    }

    Standing standing(Campaign campaign) {
        BitSet all = new BitSet();
        all.set(0, announced.size());
        return new Standing(
                ranking(campaign, all),
                campaign.origins().isEmpty() ? null : ranking(campaign, comparable(campaign.origins())));
    }

    /** Those that share an origin with these, or that whoever has points anywhere could use. */
    private BitSet comparable(Set<OriginId> origins) {
        BitSet comparable = new BitSet();
        byOrigins.forEach((others, campaigns) -> {
            if (others.contains(OriginId.EVERY_BANK) || !Collections.disjoint(others, origins)) {
                comparable.or(campaigns);
            }
        });
        return comparable;
    }

    private Ranking ranking(Campaign campaign, BitSet comparable) {
        int until = before(campaign.announcedAt());
        BitSet others = comparable.get(0, until);
        BitSet asGood = having(others, atLeast(campaign.percent()), campaign.announcedAt());
        BitSet better = having(others, above(campaign.percent()), campaign.announcedAt());
        int last = asGood.length() - 1;
        int since = last < 0 ? 0 : before(announced.get(last).plusNanos(1));
        int yearAgo = before(
                campaign.announcedAt().atZone(Zones.SAO_PAULO).minusYears(1).toInstant());
        return new Ranking(
                new Rank(1 + count(better, yearAgo), 1 + count(others, yearAgo)),
                new Rank(1 + better.cardinality(), 1 + others.cardinality()),
                day(last),
                count(others, since));
    }

    /** Those of some that, as far as was known at an instant, gave the percentage with this number or more. */
    private BitSet having(BitSet some, int level, Instant at) {
        BitSet having = copy(some);
        having.and(atLeast.get(level));
        raised.forEach((number, campaign) -> {
            if (some.get(number) && atLeast(campaign.percentBefore(at)) >= level) {
                having.set(number);
            }
        });
        return having;
    }

    private static BitSet copy(BitSet some) {
        return (BitSet) some.clone();
    }

    private static int count(BitSet some, int from) {
        return some.get(from, Math.max(from, some.length())).cardinality();
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
