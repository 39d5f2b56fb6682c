package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Tier;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads the highest percentage, the one for everyone and the tiers between. */
final class BonusReader {

    private static final WordSet TOTALS = WordSet.of("soma", "total", "somados", "somando", "chega", "chegam");
    private static final WordSet ADDING = WordSet.of("acre", "soma", "some", "adic");

    /** More percentages than this are no campaign; each is held against the others. */
    private static final int MOST = 300;

    private static final int STEM = 4;
    private static final int TOTAL_REACH = 8;

    private final Scene scene;
    private final List<ReadPercent> percents;
    private final Evidence evidence;

    /**
     * @param percents those that may be what the promo gives
     */
    BonusReader(Scene scene, List<ReadPercent> percents, Evidence evidence) {
        this.scene = scene;
        this.percents = percents.size() <= MOST ? percents : percents.subList(0, MOST);
        this.evidence = evidence;
    }

    Bonus read(Bounds bounds) {
        scene.trace().say(Rule.WEIGHED, percents);
        List<ReadPercent> whole = trusted().stream()
                .filter(percent -> !percent.mention().onTop() || isFirstExtra(percent))
                .toList();
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
        ReadPercent base = new BaseReader(scene, percents, pool, evidence).read(most, sum == null ? most : sum);
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
                        || scene.isListed(percent)
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

    /** "Um extra de 25%", before which no other percentage was told, comes on top of the points themselves. */
    private boolean isFirstExtra(ReadPercent percent) {
        int of = percent.mention().from() - 1;
        boolean noun = scene.mentions().is(of, "de")
                && (scene.mentions().is(of - 1, "extra") || scene.mentions().is(of - 1, "adicional"));
        return (noun || ADDING.contains(stem(of)))
                && Lists.none(
                        percents,
                        other -> !other.clause().isTitle()
                                && other.mention().from() < percent.mention().from());
    }

    private String stem(int at) {
        int verb = scene.mentions().is(at, "de") ? at - 1 : at;
        String form = verb < 0 ? "" : scene.mentions().tokens().get(verb).form();
        return form.substring(0, Math.min(STEM, form.length()));
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
                        .filter(other ->
                                other.clause().sentence() == percent.clause().sentence()
                                        && other.reach() != Reach.UNTOLD)
                        .count()
                > 0;
    }

    static Comparator<ReadPercent> byValue() {
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
