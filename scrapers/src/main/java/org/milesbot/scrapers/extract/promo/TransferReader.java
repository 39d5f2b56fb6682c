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
import org.milesbot.scrapers.extract.mention.PercentMention;

/** Reads transfer bonuses. */
final class TransferReader implements KindReader {

    /** More percentages than this are no campaign. */
    private static final int MOST = 300;

    private static final int SHORT_LINE = 10;
    private static final int FIRST_SENTENCES = 3;

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        boolean asked = (isQuestion(scene) && !answers(scene)) || isRumor(scene);
        Rule rule = titleOffers(scene) ? Rule.TITLE_OFFERS : bodyRule(scene, topic);
        rule = asked ? null : rule;
        if (rule == null) {
            return List.of();
        }
        scene.trace().say(rule, PromoKind.TRANSFER_BONUS);
        List<Promo> promos = new ArrayList<>();
        for (Campaign campaign : new CampaignReader(scene).read()) {
            promos.add(promo(scene, campaign));
        }
        boolean told = isOn(scene) && (isDirected(scene) || bodyHasOffer(scene, 3));
        promos.removeIf(
                promo -> promo.bonus().highest() == null && (promo.origins().isEmpty() || !told));
        return promos;
    }

    /** A bonus whose percentage is untold must at least be told of in the title, with both sides. */
    private static boolean isDirected(Scene scene) {
        Sides title = Sides.of(scene, scene.title());
        return !title.takers().isEmpty() && title.hasOrigin();
    }

    /** Something says that it is on now, or until when. */
    private static boolean isOn(Scene scene) {
        return scene.speaksOf(Sense.NOW)
                || scene.speaking().stream()
                        .flatMap(clause -> scene.dates(clause).stream())
                        .anyMatch(date -> date.role() != DateRole.OTHER);
    }

    private static boolean isQuestion(Scene scene) {
        return scene.title().stream()
                .anyMatch(clause -> scene.mentions().is(clause.to() - 1, "?"));
    }

    /** Hearsay in the body, under a title that tells no percentage. */
    private static boolean isRumor(Scene scene) {
        return scene.body().stream().limit(FIRST_SENTENCES).anyMatch(clause -> isRumor(scene, clause))
                && scene.title().stream()
                        .allMatch(clause -> scene.percents(clause).isEmpty());
    }

    private static boolean isRumor(Scene scene, Clause clause) {
        return scene.mentions().hits().within(clause.from(), clause.to(), Sense.NO_OFFER).stream()
                .anyMatch(hit -> hit.value().equals("rumor"));
    }

    /** A question is an offer where the body tells of a bonus that is on, or until when. */
    private static boolean answers(Scene scene) {
        boolean percent = scene.title().stream()
                .anyMatch(clause -> !scene.percents(clause).isEmpty());
        return scene.body().stream().noneMatch(clause -> isRumor(scene, clause))
                && scene.body().stream()
                        .filter(scene::speaks)
                        .anyMatch(clause -> (scene.has(clause, Sense.NOW)
                                        && (scene.has(clause, Sense.OFFER)
                                                || !scene.percents(clause).isEmpty()))
                                || tellsTier(scene, clause)
                                || (percent && tellsBonus(scene, clause))
                                || scene.dates(clause).stream().anyMatch(date -> date.role() != DateRole.OTHER));
    }

    private static boolean tellsTier(Scene scene, Clause clause) {
        return scene.percents(clause).stream()
                .anyMatch(percent -> percent.role() == PercentRole.BONUS && percent.reach() != Reach.UNTOLD);
    }

    private static boolean tellsBonus(Scene scene, Clause clause) {
        return scene.percents(clause).stream()
                .anyMatch(percent -> percent.role() == PercentRole.BONUS || percent.reach() != Reach.UNTOLD);
    }

    /** A title that tells a transfer bonus with its percentage, and nothing of another kind. */
    static boolean titleTellsPercent(Scene scene) {
        boolean percent = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(ReadPercent::isTransferBonus);
        return percent
                && titleOffers(scene)
                && !scene.titleHas(Sense.PURCHASE)
                && !new Topic(scene).titleIsOfOtherKind();
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
        return scene.title().size() > 1 && titleOffersTogether(scene);
    }

    /** "LifeMiles? Livelo e C6 com 45%". */
    private static boolean titleOffersTogether(Scene scene) {
        Sides sides = Sides.of(scene, scene.title());
        return !sides.takers().isEmpty()
                && sides.hasOrigin()
                && scene.title().stream()
                        .anyMatch(clause -> hasBonus(scene, clause)
                                && !scene.percents(clause).isEmpty());
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

    private static @Nullable Rule bodyRule(Scene scene, Topic topic) {
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
        if (direction && !otherKind && (speaksOfBonus(scene) || tellsTiers(scene) || sentenceOfBoth(scene))) {
            return Rule.TITLE_DIRECTION_AND_BONUS;
        }
        if (otherKind) {
            return null;
        }
        if (sectionOffers(scene)) {
            return Rule.SECTION_OFFERS;
        }
        if (titleBonus && bodyHasOffer(scene, 2)) {
            return Rule.TITLE_BONUS_AND_BODY;
        }
        boolean elsewhere = scene.titleHas(Sense.FLIGHT) || scene.titleHas(Sense.EARN);
        boolean percent = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(one -> one.isTransferBonus() && one.role() == PercentRole.BONUS);
        if (titleTaker
                && percent
                && !elsewhere
                && Sides.of(scene, scene.speaking()).hasOrigin()) {
            return Rule.TITLE_TAKER_AND_BONUS;
        }
        if (titleTaker && !elsewhere && (transferSentence(scene) || titlePercentAndTransfer(scene))) {
            return Rule.TITLE_TAKER_AND_TRANSFER;
        }
        if (!elsewhere && tellsTiers(scene) && bodyDirection(scene)) {
            return Rule.BODY_DIRECTION_AND_TIERS;
        }
        return bodyHasOffer(scene, 3) ? Rule.BODY_OFFERS : null;
    }

    /** A line that says no more than who gives and who takes. */
    private static boolean bodyDirection(Scene scene) {
        return scene.body().stream().filter(scene::speaks).anyMatch(clause -> {
            Sides sides = Sides.of(scene, List.of(clause));
            return clause.to() - clause.from() <= SHORT_LINE && !sides.takers().isEmpty() && sides.hasOrigin();
        });
    }

    /** A sentence with both sides and a percentage. */
    private static boolean sentenceOfBoth(Scene scene) {
        return scene.body().stream().filter(scene::speaks).anyMatch(clause -> {
            Sides sides = Sides.of(scene, List.of(clause));
            boolean percent = scene.percents(clause).stream().anyMatch(ReadPercent::isTransferBonus);
            return percent && !sides.takers().isEmpty() && sides.hasOrigin();
        });
    }

    /** Percentages that the body tells one by one, for whom. */
    private static boolean tellsTiers(Scene scene) {
        return scene.speaking().stream()
                        .flatMap(clause -> scene.percents(clause).stream())
                        .filter(percent -> percent.isTransferBonus()
                                && (percent.reach() != Reach.UNTOLD || scene.isListed(percent.clause())))
                        .count()
                > 1;
    }

    /** A title with a taker, and a sentence with who gives and a bonus. */
    static boolean bodyBearsOut(Scene scene) {
        return !Sides.of(scene, scene.title()).takers().isEmpty()
                && scene.body().stream()
                        .filter(scene::speaks)
                        .anyMatch(clause -> Sides.of(scene, List.of(clause)).hasOrigin()
                                && scene.percents(clause).stream()
                                        .anyMatch(percent ->
                                                percent.role() == PercentRole.BONUS && !percent.forPurchase()));
    }

    /** A sentence with a transfer, who gives and a percentage. */
    private static boolean transferSentence(Scene scene) {
        return scene.body().stream()
                .filter(scene::speaks)
                .anyMatch(clause -> scene.has(clause, Sense.TRANSFER)
                        && Sides.of(scene, List.of(clause)).hasOrigin()
                        && scene.percents(clause).stream().anyMatch(ReadPercent::isTransferBonus)
                        && hasBonus(scene, clause));
    }

    /** A percentage in the title, and in the body a transfer from somebody. */
    private static boolean titlePercentAndTransfer(Scene scene) {
        boolean percent = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(ReadPercent::isTransferBonus);
        return percent
                && scene.body().stream()
                        .filter(scene::speaks)
                        .anyMatch(clause -> scene.has(clause, Sense.TRANSFER)
                                && Sides.of(scene, List.of(clause)).hasOrigin());
    }

    /** A section with a percentage, whose sides it or the whole's title names. */
    private static boolean sectionOffers(Scene scene) {
        Scene whole = scene.whole();
        Sides own = Sides.of(scene, scene.speaking());
        boolean bothSides = own.hasOrigin() && !own.takers().isEmpty();
        boolean ofTransfers =
                whole != null && (bothSides || whole.speaksOf(Sense.TRANSFER) || whole.speaksOf(Sense.BONUS));
        boolean percent = scene.speaking().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(ReadPercent::isTransferBonus);
        return ofTransfers
                && percent
                && new CampaignReader(scene)
                        .read().stream()
                                .anyMatch(campaign -> !campaign.everyBank().isEmpty()
                                        || !campaign.givers().isEmpty());
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
        Evidence evidence = new Evidence(scene);
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
        if (percents.isEmpty()) {
            evidence.add(
                    "kind",
                    campaign.taker().hit().from(),
                    campaign.taker().hit().to());
        } else {
            PercentMention percent = percents.get(0).mention();
            evidence.add("kind", percent.from(), percent.to());
        }
    }

    private static Set<OriginId> origins(Campaign campaign, Evidence evidence) {
        Set<OriginId> origins = new LinkedHashSet<>();
        if (!campaign.everyBank().isEmpty()) {
            Hit hit = campaign.everyBank().get(0);
            evidence.by(Rule.EVERY_BANK);
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
            evidence.by(Rule.NAMED_BANKS);
            evidence.add("origins", campaign.givers().get(0).hit().from(), to);
        }
        return origins;
    }
}
