package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads points and miles for sale. */
final class PurchaseReader implements KindReader {

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        for (Clause clause : isMoneyBesideTransfer(scene) || !tellsTerms(scene) ? List.<Clause>of() : scene.title()) {
            Hit purchase = topic.purchase(clause);
            List<Promo> several = purchase == null ? List.of() : ofEachSeller(scene, clause, purchase);
            if (!several.isEmpty()) {
                return several;
            }
            NameMention programme = purchase == null ? null : seller(scene, clause);
            if (purchase != null && programme != null) {
                return List.of(promo(scene, purchase, programme));
            }
        }
        return List.of();
    }

    /** "LATAM vende milhas com 40% e Azul com 55% de desconto". */
    private static List<Promo> ofEachSeller(Scene scene, Clause title, Hit purchase) {
        List<NameMention> sellers =
                scene.names(title).stream().filter(NameMention::stands).toList();
        List<ReadPercent> percents = scene.percents(title);
        boolean discount = Lists.any(percents, ReadPercent::isPurchaseGain);
        if (sellers.size() < 2 || !discount || !PairReader.isPaired(sellers, percents)) {
            return List.of();
        }
        PairReader pairs = new PairReader(scene, Sides.of(scene, scene.title()));
        List<Promo> promos = new ArrayList<>();
        for (int i = 0; i < sellers.size(); i++) {
            List<Clause> clauses = pairs.about(sellers.get(i), sellers).stream()
                    .filter(clause -> !clause.isTitle())
                    .toList();
            promos.add(promo(scene, clauses, purchase, sellers.get(i), List.of(percents.get(i))));
        }
        return promos;
    }

    /** Beside a transfer the points on sale are those of whoever gives: "pontos Livelo com 45% de desconto + 90% na Azul". */
    private static @Nullable NameMention seller(Scene scene, Clause clause) {
        if (!scene.transferTitle().offers()) {
            return Owner.of(scene, clause);
        }
        return scene.names(clause).stream()
                .filter(name -> name.stands()
                        && (name.mark() == NameMention.Mark.GIVER
                                || name.hit().from() == clause.from()
                                || scene.mentions().hits().endsAt(name.hit().from(), Sense.UNIT)
                                || scene.mentions().hits().startsAt(name.hit().from(), Sense.UNIT) != null))
                .findFirst()
                .orElseGet(() -> Owner.of(scene, clause));
    }

    /** Selling points is no offer unless it is told what one gains or pays. */
    private static boolean tellsTerms(Scene scene) {
        return scene.speaksOf(Sense.DISCOUNT)
                || scene.titleHas(Sense.BONUS)
                || Lists.any(scene.speaking(), clause -> tellsGain(scene, clause));
    }

    private static boolean tellsGain(Scene scene, Clause clause) {
        return Lists.any(scene.percents(clause), percent -> percent.isPurchaseGain() || percent.forPurchase())
                || Lists.any(scene.mentions().amounts(clause), amount -> amount.unit() == Unit.REAIS);
    }

    /** A sale told with its discount or bonus, under a title that may speak of something else to be had. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        boolean titled =
                Lists.any(scene.title(), clause -> !scene.percents(clause).isEmpty());
        boolean dated = Lists.any(
                scene.speaking(), clause -> Lists.any(scene.dates(clause), date -> date.role() != DateRole.OTHER));
        if (scene.titleHas(Sense.REDEEM) || scene.titleHas(Sense.CLUB) || !(titled || dated)) {
            return List.of();
        }
        boolean titledDiscount = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(percent -> percent.role() == PercentRole.DISCOUNT);
        for (Clause clause : scene.body()) {
            boolean gain = scene.speaks(clause)
                    && (Lists.any(scene.percents(clause), ReadPercent::isPurchaseGain)
                            || (titledDiscount && isSale(scene, clause)));
            Hit purchase = gain ? topic.purchase(clause) : null;
            NameMention programme = purchase == null ? null : sellerOf(scene, clause);
            if (purchase != null && programme != null) {
                return List.of(promo(scene, purchase, programme));
            }
        }
        return List.of();
    }

    /** Whose points a sentence sells that names nobody: his whose discount the title tells. */
    private static @Nullable NameMention sellerOf(Scene scene, Clause clause) {
        for (Clause title : scene.names(clause).isEmpty() ? scene.title() : List.<Clause>of()) {
            for (ReadPercent percent : scene.percents(title)) {
                List<NameMention> before = scene.names(title).stream()
                        .filter(name -> name.stands()
                                && name.hit().to() <= percent.mention().from())
                        .toList();
                if (percent.role() == PercentRole.DISCOUNT && !before.isEmpty()) {
                    return before.get(before.size() - 1);
                }
            }
        }
        return Owner.of(scene, clause);
    }

    /** "Vende pontos pela metade", where the title tells by how many per cent. */
    private static boolean isSale(Scene scene, Clause clause) {
        return scene.has(clause, Sense.PURCHASE) && scene.has(clause, Sense.UNIT) && scene.has(clause, Sense.DISCOUNT);
    }

    /** "O desconto é de 50%; no Clube, 54%": what is told beside it is a discount too. */
    private static boolean isBlockOf(List<ReadPercent> percents, Clause clause) {
        return Lists.any(percents, percent -> percent.clause().block() == clause.block());
    }

    private static boolean isTier(ReadPercent percent) {
        return percent.role() == PercentRole.NEUTRAL && percent.reach() != Reach.UNTOLD;
    }

    /** Points completed with money in a transfer are no sale. */
    private static boolean isMoneyBesideTransfer(Scene scene) {
        return Lists.any(
                scene.title(),
                clause -> scene.mentions().is(clause.from(), "pontos")
                        && scene.mentions().is(clause.from() + 2, "dinheiro"));
    }

    private static Promo promo(Scene scene, Hit purchase, NameMention programme) {
        return promo(scene, scene.speaking(), purchase, programme);
    }

    private static Promo promo(Scene scene, List<Clause> clauses, Hit purchase, NameMention programme) {
        return promo(scene, clauses, purchase, programme, percents(scene, clauses, programme));
    }

    private static List<ReadPercent> percents(Scene scene, List<Clause> clauses, NameMention programme) {
        List<ReadPercent> percents = new ArrayList<>();
        for (Clause clause : clauses) {
            boolean other = Lists.any(scene.names(clause), NameMention::isCarrier)
                    && Lists.none(scene.names(clause), name -> name.slug().equals(programme.slug()));
            if (!other) {
                boolean tells =
                        Lists.any(scene.percents(clause), ReadPercent::isPurchaseGain) || isBlockOf(percents, clause);
                scene.percents(clause).stream()
                        .filter(percent -> percent.isPurchaseGain() || (tells && isTier(percent)))
                        .forEach(percents::add);
            }
        }
        if (percents.isEmpty()) {
            clauses.forEach(clause -> scene.percents(clause).stream()
                    .filter(ReadPercent::forPurchase)
                    .forEach(percents::add));
        }
        if (percents.isEmpty()) {
            clauses.stream()
                    .filter(Clause::isTitle)
                    .forEach(clause -> scene.percents(clause).stream()
                            .filter(percent -> percent.role() == PercentRole.BONUS)
                            .forEach(percents::add));
        }
        return percents;
    }

    private static Promo promo(
            Scene scene, List<Clause> clauses, Hit purchase, NameMention programme, List<ReadPercent> percents) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", purchase.from(), purchase.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        Bonus bonus = new BonusReader(scene, percents, evidence).read(Bounds.NONE);
        return Promo.builder(PromoKind.POINTS_PURCHASE, new ProgramId(programme.slug()))
                .bonus(GainReader.told(scene, bonus, percents, purchase, evidence))
                .window(new WindowReader(scene, clauses, evidence).readFor(percents))
                .evidence(evidence.words())
                .build();
    }
}
