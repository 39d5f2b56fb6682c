package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Tier;
import org.milesbot.scrapers.extract.lexicon.Sense;

/** Reads the highest percentage, the one for everyone and the tiers between. */
final class BonusReader {

    private static final Set<String> TOTALS = Set.of("soma", "total", "somados", "somando", "chega", "chegam");
    private static final int TOTAL_REACH = 8;
    private static final int LONGEST_STEP = 14;
    private static final BigDecimal LEAST_VOLUME = BigDecimal.valueOf(500);

    private final Scene scene;
    private final List<ReadPercent> percents;
    private final Evidence evidence;

    /**
     * @param percents those that may be what the promo gives
     */
    BonusReader(Scene scene, List<ReadPercent> percents, Evidence evidence) {
        this.scene = scene;
        this.percents = percents;
        this.evidence = evidence;
    }

    Bonus read(Bounds bounds) {
        scene.trace().say(Rule.WEIGHED, percents);
        List<ReadPercent> whole =
                trusted().stream().filter(percent -> !percent.mention().onTop()).toList();
        List<ReadPercent> pool = whole.isEmpty() ? percents : whole;
        ReadPercent highest =
                pool.stream().max(byValue().thenComparing(upToFirst())).orElse(null);
        if (highest == null) {
            return new Bonus(null, null, List.of(), bounds.min(), bounds.cap());
        }
        BigDecimal most = highest.mention().value();
        evidence.by(Rule.HIGHEST);
        evidence.add("bonus_pct", highest.mention().from(), highest.mention().to());
        BigDecimal sum = sum(most);
        ReadPercent base = base(pool, most, sum != null);
        if (base != null) {
            evidence.add("base_pct", base.mention().from(), base.mention().to());
        }
        Percent top = new Percent(sum == null ? most : sum);
        return new Bonus(
                top,
                base == null ? null : new Percent(base.mention().value()),
                tiers(pool),
                bounds.min(),
                bounds.cap());
    }

    /** Without those that nothing calls a bonus and that are above all that are called so, told in the title or listed. */
    private List<ReadPercent> trusted() {
        ReadPercent ceiling = percents.stream()
                .filter(percent -> percent.role() == PercentRole.BONUS
                        || percent.role() == PercentRole.DISCOUNT
                        || percent.clause().isTitle()
                        || percent.mention().upTo()
                        || scene.isListed(percent.clause())
                        || percent.reach() != Reach.UNTOLD
                        || isListedBeside(percent)
                        || isTotal(percent))
                .max(byValue())
                .orElse(null);
        scene.trace().mistrusted(percents, ceiling);
        return ceiling == null
                ? percents
                : percents.stream()
                        .filter(percent -> byValue().compare(percent, ceiling) <= 0)
                        .toList();
    }

    /** "A soma máxima é 130%". */
    private boolean isTotal(ReadPercent percent) {
        int from = Math.max(percent.clause().from(), percent.mention().from() - TOTAL_REACH);
        for (int i = from; i < percent.mention().from(); i++) {
            if (TOTALS.contains(scene.mentions().tokens().get(i).form())) {
                return true;
            }
        }
        return false;
    }

    /** One of three or more in a sentence that says of others who they are for. */
    private boolean isListedBeside(ReadPercent percent) {
        return percents.stream()
                        .filter(other -> other.clause().equals(percent.clause()) && other.reach() != Reach.UNTOLD)
                        .count()
                > 1;
    }

    private static Comparator<ReadPercent> byValue() {
        return Comparator.comparing(percent -> percent.mention().value());
    }

    private static Comparator<ReadPercent> upToFirst() {
        return Comparator.comparing(percent -> percent.mention().upTo());
    }

    /** "70% + até 30%": the sum, unless a total as high is told anyway. */
    private @Nullable BigDecimal sum(BigDecimal most) {
        BigDecimal best = null;
        for (int i = 1; i < percents.size(); i++) {
            ReadPercent more = percents.get(i);
            ReadPercent before = percents.get(i - 1);
            boolean adjacent = more.clause().equals(before.clause())
                    && hasSign(before)
                    && hasSign(more)
                    && more.mention().from() - before.mention().to() <= 9
                    && !before.mention().onTop();
            if (more.mention().onTop() && adjacent) {
                BigDecimal sum = before.mention().value().add(more.mention().value());
                if (sum.compareTo(most) > 0 && (best == null || sum.compareTo(best) > 0)) {
                    best = sum;
                    evidence.by(Rule.SUM);
                    evidence.add(
                            "bonus_pct", before.mention().from(), more.mention().to());
                }
            }
        }
        return best;
    }

    /** Not the bare 12 of "80% + 12 a 15%". */
    private static boolean hasSign(ReadPercent percent) {
        return percent.mention().to() - percent.mention().from() > 1;
    }

    private @Nullable ReadPercent base(List<ReadPercent> pool, BigDecimal most, boolean summed) {
        ReadPercent same = uniform(pool, most);
        if (same != null) {
            evidence.by(Rule.BASE_SAME_FOR_ALL);
            return same;
        }
        List<ReadPercent> flat =
                pool.stream().filter(percent -> !percent.mention().upTo()).toList();
        evidence.by(Rule.BASE_EVERYONE);
        ReadPercent found = lowest(flat, percent -> percent.reach() == Reach.EVERYONE);
        if (found == null) {
            evidence.by(Rule.BASE_CUSTOMERS);
            found = lowest(flat, percent -> percent.reach() == Reach.CUSTOMERS && below(percent, most));
        }
        if (found == null) {
            evidence.by(Rule.BASE_LOWEST_OF_RANGE);
            found = lowOfGroup(flat, most);
        }
        if (found == null && isForSomeOnly(most)) {
            evidence.by(Rule.BASE_BESIDE_CLUB);
            found = lowest(
                    flat,
                    percent -> percent.reach() == Reach.UNTOLD
                            && below(percent, most)
                            && !isUpToElsewhere(percent, pool)
                            && (isFlat(most, pool) || isBesideHighest(percent, most)));
        }
        if (found == null) {
            evidence.by(Rule.BASE_BY_VOLUME);
            found = lowestByVolume(flat);
        }
        boolean limited =
                pool.stream().anyMatch(percent -> percent.mention().upTo() && (!summed || !below(percent, most)));
        if (found == null && !limited && !isForSomeOnly(most)) {
            evidence.by(Rule.BASE_FLAT);
            found = lowest(flat, percent -> percent.reach() != Reach.SOME && !below(percent, most));
        }
        if (found == null) {
            evidence.by(Rule.BASE_UNTOLD);
            scene.trace().say(Rule.BASE_UNTOLD, null);
        }
        return found;
    }

    /** "Até 9.999 pontos: 10%; a partir de 40.000: 35%": whoever sends least gets the lowest. */
    private @Nullable ReadPercent lowestByVolume(List<ReadPercent> flat) {
        List<ReadPercent> steps = flat.stream()
                .filter(percent -> percent.mention().to() - percent.clause().from() <= LONGEST_STEP
                        && scene.mentions().amounts(percent.clause()).stream()
                                .anyMatch(amount -> amount.value().compareTo(LEAST_VOLUME) > 0
                                        && amount.to() <= percent.mention().from()))
                .toList();
        return steps.size() > 1 ? lowest(steps, percent -> true) : null;
    }

    /** The highest, where it is the only one and some sentence says that all get it. */
    private @Nullable ReadPercent uniform(List<ReadPercent> pool, BigDecimal most) {
        boolean only = pool.stream().noneMatch(percent -> below(percent, most));
        boolean some = pool.stream().anyMatch(percent -> percent.reach() == Reach.SOME);
        boolean said = scene.speaksOf(Sense.UNIFORM) && (!some || isUniformForPeople());
        return only && said
                ? pool.stream()
                        .filter(percent -> !percent.mention().upTo())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static boolean isFlat(BigDecimal most, List<ReadPercent> pool) {
        return pool.stream()
                .anyMatch(percent -> !below(percent, most) && !percent.mention().upTo());
    }

    private boolean isBesideHighest(ReadPercent percent, BigDecimal most) {
        return percents.stream()
                .anyMatch(other -> !below(other, most)
                        && other.clause().block() == percent.clause().block());
    }

    /** "Sem distinção entre assinantes" is of people, "o cadastro é igual para todos" is not of the percentage. */
    private boolean isUniformForPeople() {
        return Stream.concat(scene.speaking().stream(), scene.shared().stream())
                .filter(clause -> scene.has(clause, Sense.UNIFORM))
                .anyMatch(clause -> !scene.percents(clause).isEmpty()
                        || scene.has(clause, Sense.AUDIENCE)
                        || scene.has(clause, Sense.CLUB));
    }

    /** What some sentence calls the most is not what everyone gets. */
    private static boolean isUpToElsewhere(ReadPercent percent, List<ReadPercent> pool) {
        return pool.stream()
                .anyMatch(other -> other.mention().upTo() && byValue().compare(other, percent) == 0);
    }

    private boolean isForSomeOnly(BigDecimal most) {
        return percents.stream().anyMatch(percent -> percent.reach() == Reach.SOME && !below(percent, most));
    }

    private static boolean below(ReadPercent percent, BigDecimal most) {
        return percent.mention().value().compareTo(most) < 0;
    }

    /** "de 50% a 90%", "80% ou 90%". */
    private static @Nullable ReadPercent lowOfGroup(List<ReadPercent> flat, BigDecimal most) {
        for (ReadPercent one : flat) {
            boolean ranged = flat.stream()
                    .anyMatch(other -> other.mention().group() == one.mention().group()
                            && other.mention().value().compareTo(one.mention().value()) > 0);
            if (ranged && below(one, most)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable ReadPercent lowest(List<ReadPercent> percents, Predicate<ReadPercent> fits) {
        return percents.stream().filter(fits).min(byValue()).orElse(null);
    }

    private List<Tier> tiers(List<ReadPercent> pool) {
        List<Tier> tiers = new ArrayList<>();
        for (ReadPercent percent : pool) {
            Tier tier = tier(percent);
            if (tier != null && !tiers.contains(tier)) {
                tiers.add(tier);
            }
        }
        return tiers;
    }

    private @Nullable Tier tier(ReadPercent percent) {
        ReadPercent.AudienceWords words = percent.audience();
        if (words.from() == words.to() || percent.reach() == Reach.CUSTOMERS) {
            return null;
        }
        Audience audience = percent.reach() == Reach.EVERYONE ? Audience.EVERYONE : new Audience(words.slug());
        String label = scene.mentions().words(words.from(), words.to());
        return new Tier(audience, label, new Percent(percent.mention().value()));
    }
}
