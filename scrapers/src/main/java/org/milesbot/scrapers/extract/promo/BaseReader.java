package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.HitIndex;
import org.milesbot.scrapers.extract.mention.PercentMention;

/** Reads what a person gets without club, status or card: the first rule that finds a percentage says it. */
final class BaseReader {

    private static final int LONGEST_STEP = 14;
    private static final int ONLY_REACH = 4;
    private static final int VOLUME_REACH = 5;
    private static final int DENIAL_REACH = 6;
    private static final BigDecimal LEAST_VOLUME = BigDecimal.valueOf(500);

    /** More than this that come on top are no sum of one offer. */
    private static final int MOST_ON_TOP = 6;

    private final Scene scene;
    private final List<ReadPercent> percents;
    private final List<ReadPercent> pool;
    private final List<ReadPercent> flat;
    private final Evidence evidence;

    /**
     * @param percents those that may be what the promo gives
     * @param pool those of them that stand on their own
     */
    BaseReader(Scene scene, List<ReadPercent> percents, List<ReadPercent> pool, Evidence evidence) {
        this.scene = scene;
        this.percents = percents;
        this.pool = pool;
        this.flat = pool.stream().filter(percent -> !percent.mention().upTo()).toList();
        this.evidence = evidence;
    }

    /**
     * The percentage for everyone, or null if the text does not say it.
     *
     * @param most the highest that stands on its own
     * @param total what the offer gives at most, sums included
     */
    @Nullable
    ReadPercent read(BigDecimal most, BigDecimal total) {
        return isDeniedToOthers() ? untold() : found(most, total);
    }

    /** "Fora do Clube, não há bônus", "nada para os demais". */
    private boolean isDeniedToOthers() {
        for (Clause clause : scene.body()) {
            if (scene.has(clause, Sense.ABSENCE) && tellsOthers(clause) && deniesEveryone(clause)) {
                return true;
            }
        }
        return false;
    }

    private boolean deniesEveryone(Clause clause) {
        HitIndex hits = scene.mentions().hits();
        return Lists.any(
                hits.within(clause.from(), clause.to(), Sense.ABSENCE),
                absence -> hits.has(
                        Math.max(clause.from(), absence.from() - DENIAL_REACH),
                        Math.min(clause.to(), absence.to() + DENIAL_REACH),
                        Sense.EVERYONE));
    }

    private boolean tellsOthers(Clause clause) {
        return scene.has(clause, Sense.CLUB)
                || Lists.any(
                        scene.mentions().tokens().subList(clause.from(), clause.to()),
                        token -> token.is("demais") || token.is("outros"));
    }

    private @Nullable ReadPercent untold() {
        evidence.by(Rule.BASE_UNTOLD);
        scene.trace().say(Rule.BASE_UNTOLD, null);
        return null;
    }

    private @Nullable ReadPercent found(BigDecimal most, BigDecimal total) {
        ReadPercent found = by(Rule.BASE_SAME_FOR_ALL, uniform(most));
        found = found != null
                ? found
                : by(Rule.BASE_EVERYONE, lowest(flat, percent -> percent.reach() == Reach.EVERYONE));
        found = found != null
                ? found
                : by(
                        Rule.BASE_CUSTOMERS,
                        lowest(flat, percent -> percent.reach() == Reach.CUSTOMERS && below(percent, most)));
        found = found != null ? found : by(Rule.BASE_LOWEST_OF_RANGE, lowOfGroup(flat, most));
        found = found != null ? found : by(Rule.BASE_OF_SUM, firstOfSum(total));
        found = found != null ? found : by(Rule.BASE_BESIDE_CLUB, besideClub(most));
        found = found != null ? found : by(Rule.BASE_BY_VOLUME, lowestByVolume());
        found = found != null ? found : by(Rule.BASE_FLAT, flatForAll(most, total));
        return found == null ? untold() : found;
    }

    private @Nullable ReadPercent by(Rule rule, @Nullable ReadPercent found) {
        if (found != null) {
            evidence.by(rule);
        }
        return found;
    }

    /** "60% para quem transferir. É do Clube? Mais 30%": what makes the highest together with those on top of it. */
    private @Nullable ReadPercent firstOfSum(BigDecimal total) {
        Set<BigDecimal> more = new LinkedHashSet<>();
        percents.stream()
                .filter(percent -> percent.mention().onTop())
                .map(percent -> percent.mention().value())
                .limit(MOST_ON_TOP)
                .forEach(more::add);
        Set<BigDecimal> sums = new HashSet<>(Set.of(BigDecimal.ZERO));
        for (BigDecimal one : more) {
            Set.copyOf(sums).forEach(sum -> sums.add(sum.add(one)));
        }
        return lowest(
                flat,
                percent -> percent.reach() != Reach.SOME
                        && below(percent, total)
                        && !isUpToElsewhere(percent)
                        && Lists.any(
                                sums, sum -> sum.add(percent.mention().value()).compareTo(total) == 0));
    }

    private @Nullable ReadPercent besideClub(BigDecimal most) {
        return !isForSomeOnly(most)
                ? null
                : lowest(
                        flat,
                        percent -> percent.reach() == Reach.UNTOLD
                                && below(percent, most)
                                && !isUpToElsewhere(percent)
                                && (isFlat(most) || isBesideHighest(percent, most)));
    }

    /** "Só assinantes do Clube participam", in a sentence of its own. */
    private boolean isForClubOnly() {
        return scene.speaking().stream()
                .filter(clause -> scene.has(clause, Sense.ONLY) && !scene.has(clause, Sense.EVERYONE))
                .anyMatch(clause -> scene.mentions().hits().within(clause.from(), clause.to(), Sense.ONLY).stream()
                        .map(only -> scene.mentions()
                                .hits()
                                .first(only.to(), Math.min(clause.to(), only.to() + ONLY_REACH), Sense.AUDIENCE))
                        .anyMatch(who -> who != null && who.value().equals("club")));
    }

    private @Nullable ReadPercent flatForAll(BigDecimal most, BigDecimal total) {
        boolean summed = total.compareTo(most) > 0;
        boolean limited = Lists.any(pool, percent -> percent.mention().upTo() && (!summed || !below(percent, most)));
        return limited || isForSomeOnly(most) || isForClubOnly()
                ? null
                : lowest(flat, percent -> percent.reach() != Reach.SOME && !below(percent, most));
    }

    /** "Até 9.999 pontos: 10%; a partir de 40.000: 35%": whoever sends least gets the lowest. */
    private @Nullable ReadPercent lowestByVolume() {
        List<ReadPercent> steps = flat.stream().filter(this::isStep).toList();
        return steps.size() > 1 ? lowest(steps, percent -> true) : null;
    }

    /** "Até 9.999 pontos: 10%", "100% a partir de 50 mil", "acima, 100%". */
    private boolean isStep(ReadPercent percent) {
        PercentMention mention = percent.mention();
        boolean told = scene.mentions().amounts(percent.clause()).stream()
                .filter(amount -> amount.value().compareTo(LEAST_VOLUME) > 0)
                .anyMatch(amount -> amount.to() <= mention.from()
                        ? mention.to() - percent.clause().from() <= LONGEST_STEP
                        : amount.from() - mention.to() <= VOLUME_REACH && isVolumeCue(amount.from() - 2));
        return told || isVolumeCue(mention.from() - 2) || isVolumeCue(mention.from() - 1);
    }

    private boolean isVolumeCue(int at) {
        return scene.mentions().is(at, "acima")
                || scene.mentions().is(at, "abaixo")
                || (scene.mentions().is(at, "partir") && scene.mentions().is(at - 1, "a"));
    }

    /** The highest, where it is the only one and some sentence says that all get it. */
    private @Nullable ReadPercent uniform(BigDecimal most) {
        boolean only = Lists.none(pool, percent -> below(percent, most));
        boolean some = Lists.any(pool, percent -> percent.reach() == Reach.SOME);
        boolean said = scene.speaksOf(Sense.UNIFORM) && (!some || isUniformForPeople());
        return only && said
                ? pool.stream()
                        .filter(percent -> !percent.mention().upTo())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private boolean isFlat(BigDecimal most) {
        return Lists.any(
                pool, percent -> !below(percent, most) && !percent.mention().upTo());
    }

    private boolean isBesideHighest(ReadPercent percent, BigDecimal most) {
        return Lists.any(
                percents,
                other -> !below(other, most)
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
    private boolean isUpToElsewhere(ReadPercent percent) {
        return Lists.any(
                pool, other -> other.mention().upTo() && BonusReader.byValue().compare(other, percent) == 0);
    }

    private boolean isForSomeOnly(BigDecimal most) {
        return Lists.any(percents, percent -> percent.reach() == Reach.SOME && !below(percent, most));
    }

    private static boolean below(ReadPercent percent, BigDecimal most) {
        return percent.mention().value().compareTo(most) < 0;
    }

    /** "de 50% a 90%", "80% ou 90%". */
    private static @Nullable ReadPercent lowOfGroup(List<ReadPercent> flat, BigDecimal most) {
        for (ReadPercent one : flat) {
            boolean ranged = Lists.any(
                    flat,
                    other -> other.mention().group() == one.mention().group()
                            && other.mention().value().compareTo(one.mention().value()) > 0);
            if (ranged && below(one, most)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable ReadPercent lowest(List<ReadPercent> percents, Predicate<ReadPercent> fits) {
        return percents.stream().filter(fits).min(BonusReader.byValue()).orElse(null);
    }
}
