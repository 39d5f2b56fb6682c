package org.milesbot.notify.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Tier;

/**
 * What one person gets of a bonus.
 *
 * @param sure the percentage that they get at least, or null if it is not known
 * @param possible the highest that they may get, or null if no percentage is known; equal to {@code sure} where it is settled
 * @param tier the one that {@code possible} comes from, which they hold, or null if everyone gets as much
 * @param others what everyone gets, where that is known and less than {@code possible}; else null
 * @param better the tiers that they do not hold and that give more, the highest first
 */
public record PersonalBonus(
        @Nullable Percent sure,
        @Nullable Percent possible,
        @Nullable Tier tier,
        @Nullable Percent others,
        List<Tier> better) {

    /** Copies the tiers. */
    public PersonalBonus {
        better = List.copyOf(better);
    }

    /**
     * A tier is theirs if they hold its audience at the taker or at one of the origins; several tiers of one audience, such
     * as a club's of one year and of two, are a range, for which of them is theirs is not known.
     *
     * @param program the taker
     * @param origins where the points come from
     * @param held what the person holds, each as {@code programme:audience}
     */
    public static PersonalBonus of(Bonus bonus, ProgramId program, Set<OriginId> origins, Set<String> held) {
        List<Tier> theirs = bonus.tiers().stream()
                .filter(tier -> isEveryone(tier) || holds(tier.audience(), program, origins, held))
                .toList();
        Percent base = base(bonus);
        Percent sure = highest(Stream.concat(
                stream(base),
                theirs.stream()
                        .filter(tier -> !isEveryone(tier))
                        .map(Tier::audience)
                        .distinct()
                        .map(audience -> lowest(theirs, audience))));
        Percent possible = highest(Stream.concat(
                Stream.concat(stream(base), theirs.stream().map(Tier::percent)), stream(untold(bonus, sure))));
        return new PersonalBonus(
                sure, possible, source(theirs, base, possible), less(base, possible), better(bonus, theirs, possible));
    }

    /** Whether it is known what they get. */
    public boolean isSettled() {
        return sure != null && sure.equals(possible);
    }

    private static boolean isEveryone(Tier tier) {
        return tier.audience().equals(Audience.EVERYONE);
    }

    private static boolean holds(Audience audience, ProgramId program, Set<OriginId> origins, Set<String> held) {
        return held.contains(program + ":" + audience)
                || origins.stream().anyMatch(origin -> held.contains(origin + ":" + audience));
    }

    private static @Nullable Percent base(Bonus bonus) {
        if (bonus.base() != null) {
            return bonus.base();
        }
        return bonus.tiers().stream()
                .filter(PersonalBonus::isEveryone)
                .map(Tier::percent)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The highest percentage, where no tier says whose it is, or nothing is sure. */
    private static @Nullable Percent untold(Bonus bonus, @Nullable Percent sure) {
        Percent highest = bonus.highest();
        boolean isTold = bonus.tiers().stream().anyMatch(tier -> tier.percent().equals(highest));
        return sure == null || !isTold ? highest : null;
    }

    private static @Nullable Tier source(List<Tier> theirs, @Nullable Percent base, @Nullable Percent possible) {
        return theirs.stream()
                .filter(tier -> !isEveryone(tier) && tier.percent().equals(possible))
                .filter(tier -> !tier.percent().equals(base))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Percent less(@Nullable Percent base, @Nullable Percent possible) {
        return base != null && possible != null && base.compareTo(possible) < 0 ? base : null;
    }

    private static List<Tier> better(Bonus bonus, Collection<Tier> theirs, @Nullable Percent possible) {
        return bonus.tiers().stream()
                .filter(tier -> !theirs.contains(tier))
                .filter(tier -> possible == null || tier.percent().compareTo(possible) > 0)
                .sorted(Comparator.comparing(Tier::percent).reversed())
                .toList();
    }

    private static Percent lowest(List<Tier> theirs, Audience audience) {
        return theirs.stream()
                .filter(tier -> tier.audience().equals(audience))
                .map(Tier::percent)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static @Nullable Percent highest(Stream<Percent> percents) {
        return percents.max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<Percent> stream(@Nullable Percent percent) {
        return Stream.ofNullable(percent);
    }
}
