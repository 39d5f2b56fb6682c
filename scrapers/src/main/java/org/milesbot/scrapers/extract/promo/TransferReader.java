package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads transfer bonuses. */
final class TransferReader implements KindReader {

    /** More percentages than this are no campaign. */
    private static final int MOST = 300;

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        String rule = titleOffers(scene) ? "title-offers" : bodyRule(scene, topic);
        if (rule == null) {
            return List.of();
        }
        scene.trace().say(rule, "transfer_bonus");
        List<Promo> promos = new ArrayList<>();
        for (Campaign campaign : new CampaignReader(scene).read()) {
            promos.add(promo(scene, campaign));
        }
        return promos;
    }

    /** The body has had its say with the title. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        return List.of();
    }

    /** The title names a bonus and one of taker, giver, transfer beyond the taker. */
    static boolean titleOffers(Scene scene) {
        for (Clause clause : scene.title()) {
            Sides sides = Sides.of(scene, List.of(clause));
            boolean origin = sides.hasOrigin();
            boolean transfer = scene.has(clause, Sense.TRANSFER);
            boolean taker = !sides.takers().isEmpty();
            boolean bonus = hasBonus(scene, clause);
            if ((bonus && taker && (origin || transfer)) || (bonus && transfer && origin)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBonus(Scene scene, Clause clause) {
        List<ReadPercent> percents = scene.percents(clause);
        if (percents.isEmpty()) {
            return scene.has(clause, Sense.BONUS) && !scene.has(clause, Sense.PURCHASE);
        }
        return (percents.stream().anyMatch(ReadPercent::isTransferBonus) && !scene.has(clause, Sense.PURCHASE))
                || percents.stream()
                        .anyMatch(percent -> percent.isTransferBonus() && percent.role() == PercentRole.BONUS);
    }

    private static @Nullable String bodyRule(Scene scene, Topic topic) {
        boolean otherKind = topic.titleIsOfOtherKind();
        boolean guide = topic.isGuide();
        if (guide && !(scene.speaksOf(Sense.NOW) && bodyHasOffer(scene, 3))) {
            return null;
        }
        Sides title = Sides.of(scene, scene.title());
        boolean titleTaker = !title.takers().isEmpty();
        boolean titleBonus = scene.title().stream().anyMatch(clause -> hasBonus(scene, clause));
        boolean direction =
                titleTaker && title.hasOrigin() && !scene.titleHas(Sense.PER_MONEY) && !scene.titleHas(Sense.EARN);
        if (direction && !otherKind && speaksOfBonus(scene)) {
            return "title-direction-and-bonus";
        }
        if (otherKind) {
            return null;
        }
        if (titleBonus && bodyHasOffer(scene, 2)) {
            return "title-bonus-and-body";
        }
        boolean elsewhere = scene.titleHas(Sense.FLIGHT) || scene.titleHas(Sense.EARN);
        boolean percent = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(one -> one.isTransferBonus() && one.role() == PercentRole.BONUS);
        if (titleTaker
                && percent
                && !elsewhere
                && Sides.of(scene, scene.speaking()).hasOrigin()) {
            return "title-taker-and-bonus";
        }
        return bodyHasOffer(scene, 3) ? "body-offers" : null;
    }

    private static boolean speaksOfBonus(Scene scene) {
        return scene.speaking().stream()
                .anyMatch(clause -> (scene.has(clause, Sense.BONUS)
                                && (scene.has(clause, Sense.NOW)
                                        || scene.has(clause, Sense.TRANSFER)
                                        || scene.has(clause, Sense.OFFER)
                                        || clause.isTitle()))
                        || scene.percents(clause).stream().anyMatch(p -> p.role() == PercentRole.BONUS));
    }

    /** A sentence of the body with a bonus and so many of taker, giver and transfer. */
    private static boolean bodyHasOffer(Scene scene, int least) {
        for (Clause clause : scene.body()) {
            if (!scene.speaks(clause)) {
                continue;
            }
            Sides sides = Sides.of(scene, List.of(clause));
            int signs = (sides.takers().isEmpty() ? 0 : 1)
                    + (sides.hasOrigin() ? 1 : 0)
                    + (scene.has(clause, Sense.TRANSFER) ? 1 : 0);
            if (signs >= least && hasBonus(scene, clause)) {
                return true;
            }
        }
        return least == 2
                && scene.speaksOf(Sense.TRANSFER)
                && Sides.of(scene, scene.speaking()).hasOrigin();
    }

    private static Promo promo(Scene scene, Campaign campaign) {
        Evidence evidence = new Evidence(scene.mentions());
        NameMention taker = campaign.taker();
        evidence.add("program", taker.hit().from(), taker.hit().to());
        List<ReadPercent> percents = campaign.percents() == null ? percents(scene, campaign) : campaign.percents();
        kindEvidence(scene, campaign, percents, evidence);
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(taker.slug()))
                .origins(origins(campaign, evidence))
                .bonus(new BonusReader(scene, percents, evidence)
                        .read(new BoundsReader(scene, campaign.clauses(), evidence).read()))
                .window(new WindowReader(scene, campaign.clauses(), evidence).read())
                .evidence(evidence.words())
                .build();
    }

    private static List<ReadPercent> percents(Scene scene, Campaign campaign) {
        return campaign.clauses().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .filter(ReadPercent::isTransferBonus)
                .limit(MOST)
                .toList();
    }

    private static void kindEvidence(Scene scene, Campaign campaign, List<ReadPercent> percents, Evidence evidence) {
        for (Sense sense : List.of(Sense.TRANSFER, Sense.BONUS)) {
            for (Clause clause : campaign.clauses()) {
                Hit hit = scene.first(clause, sense);
                if (hit != null) {
                    evidence.add("kind", hit.from(), hit.to());
                    return;
                }
            }
        }
        Hit name = campaign.taker().hit();
        int to = percents.isEmpty() ? name.to() : percents.get(0).mention().to();
        evidence.add("kind", Math.min(name.from(), Math.max(0, to - 1)), Math.max(name.to(), to));
    }

    private static Set<OriginId> origins(Campaign campaign, Evidence evidence) {
        Set<OriginId> origins = new LinkedHashSet<>();
        if (!campaign.everyBank().isEmpty()) {
            Hit hit = campaign.everyBank().get(0);
            evidence.add("origins", hit.from(), hit.to());
            origins.add(OriginId.EVERY_BANK);
            return origins;
        }
        for (NameMention giver : campaign.givers()) {
            origins.add(new OriginId(giver.slug()));
        }
        if (!origins.isEmpty()) {
            Set<String> named = new HashSet<>();
            int to = campaign.givers().stream()
                    .filter(giver -> named.add(giver.slug()))
                    .mapToInt(giver -> giver.hit().to())
                    .max()
                    .orElseThrow();
            evidence.add("origins", campaign.givers().get(0).hit().from(), to);
        }
        return origins;
    }
}
