package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.Window;

/**
 * What a sighting says, as far as it tells campaigns apart. Short, since many are in memory at a time.
 *
 * @param origins who gives, in slugs; empty if untold
 * @param highest the highest percentage, or null
 * @param base what everyone gets, or null
 * @param lesser what some get of it: the base and the tiers
 * @param isForSomeOnly whether it is known that not everyone gets something
 * @param start the first day in America/Sao_Paulo, or null
 * @param end the last day in America/Sao_Paulo, or null if unknown or probably misread
 * @param isProlonged whether it says that an earlier end was put off
 * @param terms what else it offers
 */
record Claim(
        Set<String> origins,
        @Nullable Percent highest,
        @Nullable Percent base,
        Set<Percent> lesser,
        boolean isForSomeOnly,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        boolean isProlonged,
        Terms terms) {

    private static final List<String> PROLONGED = List.of("prorrog", "estend", "ampliad", "mais tempo", "extend");

    static Claim of(Promo promo, String title, Instant publishedAt) {
        Bonus bonus = promo.bonus();
        Window window = promo.window();
        boolean suspect = window.isSuspect(publishedAt.atZone(Zones.SAO_PAULO).toLocalDate());
        return new Claim(
                promo.origins().stream().map(OriginId::value).collect(Collectors.toUnmodifiableSet()),
                bonus.highest(),
                bonus.base(),
                lesser(bonus),
                isForSomeOnly(bonus),
                day(window.start()),
                suspect ? null : day(window.end()),
                isProlonged(title, promo.evidence().get("end")),
                Terms.of(promo));
    }

    static Set<Percent> lesser(Bonus bonus) {
        if (bonus.tiers().isEmpty()) {
            return bonus.base() == null ? Set.of() : Set.of(bonus.base());
        }
        Set<Percent> lesser = bonus.tiers().stream().map(Tier::percent).collect(Collectors.toCollection(TreeSet::new));
        if (bonus.base() != null) {
            lesser.add(bonus.base());
        }
        return Set.copyOf(lesser);
    }

    static boolean isForSomeOnly(Bonus bonus) {
        return bonus.base() == null
                && !bonus.tiers().isEmpty()
                && bonus.tiers().stream().noneMatch(tier -> tier.audience().equals(Audience.EVERYONE));
    }

    /** Whether the title, or what is said of the end if anything is, tells that the end was put off. */
    static boolean isProlonged(String title, @Nullable String endWords) {
        return tellsProlonged(title) || (endWords != null && tellsProlonged(endWords));
    }

    // Many titles are looked at: searching for words is several times as fast as a pattern.
    private static boolean tellsProlonged(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        for (String word : PROLONGED) {
            if (small.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate day(@Nullable Moment moment) {
        return moment == null ? null : moment.date();
    }

    boolean isDated() {
        return start != null || end != null;
    }
}
