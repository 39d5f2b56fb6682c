package org.milesbot.scrapers.extract.promo;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Decides whether an announcement, or a section of one, offers a transfer bonus: by its title, and by what its body says. */
final class TransferOffer {

    private static final int SHORT_LINE = 10;
    private static final int FIRST_SENTENCES = 2;

    private final Scene scene;
    private final Topic topic;
    private final TransferTitle title;
    private final OfferProof proof;

    TransferOffer(Scene scene) {
        this.scene = scene;
        this.topic = new Topic(scene);
        this.title = scene.transferTitle();
        this.proof = new OfferProof(scene);
    }

    /** The rule by which it does, or null if it does not. */
    @Nullable
    Rule rule() {
        boolean lesson = topic.isCountedLesson() && !proof.isOpen();
        if (lesson || (((title.asks() && !isAnswered()) || isHearsay()) && !isToldWhole())) {
            return null;
        }
        Rule rule = title.offers() ? Rule.TITLE_OFFERS : ruleOfText();
        return rule != null
                        && proof.isBorneOut()
                        && !proof.isOfThePast()
                        && !proof.isRevoked()
                        && !proof.isOfSubscribing()
                        && !proof.isOfSpending()
                        && !proof.isOnlyPossible()
                ? rule
                : null;
    }

    private @Nullable Rule ruleOfText() {
        boolean taught = topic.isGuide() && !isOnDespiteLesson();
        Rule rule = taught ? null : ruleOfBody(topic.titleIsOfOtherKind());
        return rule == null && isToldWhole() ? Rule.BODY_OFFERS : rule;
    }

    /** A title that sounds like a lesson, over an offer that is said to be on or until when. */
    private boolean isOnDespiteLesson() {
        boolean direction = title.hasTaker() && title.hasOrigin();
        boolean told = hasOffer(3) || (direction && (tellsTiers() || anySpeaking(this::tellsTransferAndBonus)));
        return (scene.speaksOf(Sense.NOW) && hasOffer(3)) || (proof.isAhead() && told);
    }

    private @Nullable Rule ruleOfBody(boolean otherKind) {
        boolean doubled = scene.titleHas(Sense.MULTIPLE) && scene.speaksOf(Sense.TRANSFER);
        boolean earning = scene.titleHas(Sense.PER_MONEY) || (scene.titleHas(Sense.EARN) && !doubled);
        boolean direction = title.hasTaker() && title.hasOrigin() && !earning;
        if (direction
                && !otherKind
                && (doubled
                        || (speaksOfBonus() && !tellsOtherPercent())
                        || tellsTiers()
                        || tellsMost()
                        || ((proof.isOpen() || scene.titleHas(Sense.EXTENDED)) && anySpeaking(this::tellsReach))
                        || (proof.isAhead() && anySpeaking(this::tellsSideAndPercent))
                        || anySpeaking(this::tellsBothAndPercent))) {
            return Rule.TITLE_DIRECTION_AND_BONUS;
        }
        if (otherKind) {
            boolean both = scene.titleHas(Sense.BONUS) && scene.titleHas(Sense.DISCOUNT);
            return both && anySpeaking(this::tellsTransferOfSomebodyAndBonus) ? Rule.BODY_OFFERS : null;
        }
        if (isOfferingSection()) {
            return Rule.SECTION_OFFERS;
        }
        boolean earned = !title.hasTaker() && scene.speaksOf(Sense.PER_MONEY);
        if (title.hasBonus() && !earned && hasOffer(2)) {
            return Rule.TITLE_BONUS_AND_BODY;
        }
        boolean elsewhere = scene.titleHas(Sense.FLIGHT)
                || (scene.titleHas(Sense.EARN) && !anySpeaking(this::tellsTakerAndBonusPercent));
        Rule ofTaker = elsewhere || !title.hasTaker() ? null : ruleOfTaker();
        if (ofTaker != null) {
            return ofTaker;
        }
        if (!elsewhere && (tellsTiers() || (tellsMost() && proof.isOpen())) && anySpeaking(this::tellsDirection)) {
            return Rule.BODY_DIRECTION_AND_TIERS;
        }
        return (hasOffer(3) && proof.isBackedUp()) || (!elsewhere && tellsApart()) ? Rule.BODY_OFFERS : null;
    }

    /** A sentence with both sides, a bonus and until when: an offer, whatever the title makes of it. */
    boolean isToldWhole() {
        return anySpeaking(clause -> tellsBoth(clause)
                && !scene.has(clause, Sense.DISCOUNT)
                && !scene.has(clause, Sense.PURCHASE)
                && Lists.any(
                        scene.percents(clause),
                        percent -> percent.isTransferBonus()
                                && (percent.role() == PercentRole.BONUS || percent.reach() != Reach.UNTOLD))
                && proof.tellsDayAhead(clause));
    }

    /** Who gives, the only one who takes, a transfer, a bonus and a day to come, each told somewhere. */
    private boolean tellsApart() {
        boolean bonus = scene.speaksOf(Sense.BONUS) || scene.speaksOf(Sense.TRANSFER);
        boolean told = bonus && (title.callsPercentBonus() || anySpeaking(this::tellsBonusOrAudience));
        boolean titled = title.hasBonus() && title.hasOrigin() && anySpeaking(this::tellsTakerAndPercent);
        if (!proof.isAhead() || !(told || titled || anySpeaking(this::tellsBothAndPercent))) {
            return false;
        }
        Sides sides = Sides.of(scene, scene.speaking());
        int least = sides.takerSlugs().size() < 2 ? 1 : 2;
        return sides.hasOrigin() && new CampaignReader(scene).read().size() >= least;
    }

    private @Nullable Rule ruleOfTaker() {
        if (title.callsPercentBonus() && Sides.of(scene, scene.speaking()).hasOrigin()) {
            return Rule.TITLE_TAKER_AND_BONUS;
        }
        boolean open = title.hasPercent()
                && proof.isOpen()
                && (scene.speaksOf(Sense.OFFER)
                        || scene.speaksOf(Sense.UNIFORM)
                        || anySpeaking(this::tellsBonusOrReach));
        if (open && anySpeaking(clause -> scene.sides(clause).hasOrigin())) {
            return Rule.TITLE_TAKER_AND_BONUS;
        }
        if (proof.isOpen() && anySpeaking(this::tellsGiverAndTiers)) {
            return Rule.TITLE_TAKER_AND_TRANSFER;
        }
        boolean transfer = anySpeaking(
                clause -> tellsTransferOfSomebody(clause) && (title.hasPercent() || tellsPercentOfBonus(clause)));
        boolean apart = proof.isAhead() && tellsTiers() && anySpeaking(this::tellsTransferOfSomebody);
        return transfer || apart ? Rule.TITLE_TAKER_AND_TRANSFER : null;
    }

    /** Whether something tells it that may pass without a percentage: both sides, and that it is on, or until when. */
    boolean isToldWithoutPercent() {
        boolean dated = scene.speaking().stream()
                .flatMap(clause -> scene.dates(clause).stream())
                .anyMatch(date -> date.role() != DateRole.OTHER);
        boolean directed = title.hasTaker() && title.hasOrigin() && !topic.isGuide();
        return (dated || scene.speaksOf(Sense.NOW)) && (directed || hasOffer(3));
    }

    /** A title with a taker, and a sentence with who gives and a bonus. */
    boolean bodyBearsOut() {
        return title.hasTaker()
                && anySpeaking(clause -> scene.sides(clause).hasOrigin()
                        && Lists.any(
                                scene.percents(clause),
                                percent -> percent.role() == PercentRole.BONUS && !percent.forPurchase()));
    }

    /** A question is an offer where the body tells of a bonus that is on, or until when. */
    private boolean isAnswered() {
        return Lists.none(scene.body(), clause -> isHearsay(clause) || deniesAny(clause))
                && (anySpeaking(this::answers) || Lists.any(scene.title(), this::answersInTitle));
    }

    /** "Hyatt com 20%? Sim, até o dia 30". */
    private boolean answersInTitle(Clause clause) {
        return clause.from() > scene.title().get(0).from()
                && !scene.mentions().is(clause.to() - 1, "?")
                && scene.mentions().is(clause.from(), "sim")
                && OfferProof.tellsDay(scene, clause);
    }

    /** "Não há campanha no momento", of whatever programme. */
    private boolean deniesAny(Clause clause) {
        return scene.aside(clause) == Aside.ABSENCE && scene.names(clause).isEmpty();
    }

    private boolean answers(Clause clause) {
        boolean on = scene.has(clause, Sense.NOW)
                && (scene.has(clause, Sense.OFFER) || !scene.percents(clause).isEmpty());
        return on
                || Lists.any(scene.dates(clause), date -> date.role() != DateRole.OTHER)
                || Lists.any(scene.percents(clause), this::answers);
    }

    private boolean answers(ReadPercent percent) {
        boolean bonus = percent.role() == PercentRole.BONUS;
        boolean told = percent.reach() != Reach.UNTOLD;
        return title.hasAnyPercent() ? bonus || told : bonus && told;
    }

    /** A rumour told in the first sentences, under a title without a percentage. */
    private boolean isHearsay() {
        return !title.hasAnyPercent()
                && scene.body().stream().limit(FIRST_SENTENCES).anyMatch(this::isHearsay);
    }

    private boolean isHearsay(Clause clause) {
        return Lists.any(
                scene.mentions().hits().within(clause.from(), clause.to(), Sense.NO_OFFER),
                hit -> hit.value().equals("rumor"));
    }

    private boolean anySpeaking(Predicate<Clause> test) {
        for (Clause clause : scene.body()) {
            if (scene.speaks(clause) && test.test(clause)) {
                return true;
            }
        }
        return false;
    }

    /** A line that says no more than who gives and who takes. */
    private boolean tellsDirection(Clause clause) {
        return clause.to() - clause.from() <= SHORT_LINE && tellsBoth(clause);
    }

    private boolean tellsBothAndPercent(Clause clause) {
        return tellsPercent(clause) && tellsBoth(clause);
    }

    private boolean tellsSideAndPercent(Clause clause) {
        Sides sides = scene.sides(clause);
        return tellsPercent(clause) && (!sides.takers().isEmpty() || sides.hasOrigin());
    }

    private boolean tellsTakerAndPercent(Clause clause) {
        return tellsPercent(clause) && !scene.sides(clause).takers().isEmpty();
    }

    private boolean tellsBoth(Clause clause) {
        Sides sides = scene.sides(clause);
        return !sides.takers().isEmpty() && sides.hasOrigin();
    }

    private boolean tellsPercent(Clause clause) {
        return Lists.any(scene.percents(clause), ReadPercent::isTransferBonus);
    }

    /** A percentage and which people get it. */
    private boolean tellsReach(Clause clause) {
        return Lists.any(
                scene.percents(clause),
                percent -> percent.isTransferBonus()
                        && (percent.reach() == Reach.EVERYONE || percent.reach() == Reach.CUSTOMERS));
    }

    private boolean tellsBonusOrAudience(Clause clause) {
        return tellsBonusOrReach(clause)
                || Lists.any(
                        scene.percents(clause),
                        percent -> percent.isTransferBonus() && percent.reach() != Reach.UNTOLD);
    }

    private boolean tellsBonusOrReach(Clause clause) {
        return tellsReach(clause)
                || Lists.any(
                        scene.percents(clause),
                        percent -> percent.isTransferBonus() && percent.role() == PercentRole.BONUS);
    }

    private boolean tellsPercentOfBonus(Clause clause) {
        return tellsPercent(clause) && TransferTitle.hasBonus(scene, clause);
    }

    /** Who takes, a transfer and its percentage, where the title says who gives. */
    private boolean tellsTakerAndBonus(Clause clause) {
        return !scene.sides(clause).takers().isEmpty() && tellsTransferAndBonus(clause);
    }

    /** "O Azul Fidelidade paga até 100% de bônus". */
    private boolean tellsTakerAndBonusPercent(Clause clause) {
        return !scene.sides(clause).takers().isEmpty()
                && !scene.has(clause, Sense.PER_MONEY)
                && !scene.has(clause, Sense.EARN)
                && Lists.any(
                        scene.percents(clause),
                        percent -> percent.isTransferBonus() && percent.role() == PercentRole.BONUS);
    }

    /** "Bônus a todos os bancos: 30% para assinantes". */
    private boolean tellsGiverAndTiers(Clause clause) {
        return scene.sides(clause).hasOrigin()
                && Lists.any(
                        scene.percents(clause),
                        percent -> percent.role() == PercentRole.BONUS && percent.reach() != Reach.UNTOLD);
    }

    private boolean tellsTransferAndBonus(Clause clause) {
        return scene.has(clause, Sense.TRANSFER)
                && Lists.any(scene.percents(clause), percent -> percent.role() == PercentRole.BONUS);
    }

    private boolean tellsTransferOfSomebodyAndBonus(Clause clause) {
        boolean directed = !scene.sides(clause).takers().isEmpty();
        return tellsTransferOfSomebody(clause)
                && Lists.any(
                        scene.percents(clause),
                        percent -> percent.isTransferBonus() && (directed || percent.role() == PercentRole.BONUS));
    }

    private boolean tellsTransferOfSomebody(Clause clause) {
        return scene.has(clause, Sense.TRANSFER) && scene.sides(clause).hasOrigin();
    }

    /** Percentages told one by one, for whom. */
    private boolean tellsTiers() {
        return scene.speaking().stream()
                        .flatMap(clause -> scene.percents(clause).stream())
                        .filter(ReadPercent::isTransferBonus)
                        .filter(percent -> percent.reach() != Reach.UNTOLD || scene.isListed(percent))
                        .count()
                > 1;
    }

    /** "Até 32%", where nothing else can be meant. */
    private boolean tellsMost() {
        return anySpeaking(clause -> Lists.any(
                scene.percents(clause),
                percent -> percent.isTransferBonus() && percent.mention().upTo()));
    }

    /** A title whose percentages are all of something else. */
    private boolean tellsOtherPercent() {
        return title.hasAnyPercent() && !title.hasPercent();
    }

    private boolean speaksOfBonus() {
        return Lists.any(
                scene.speaking(),
                clause -> speaksOfBonus(clause)
                        || Lists.any(scene.percents(clause), percent -> percent.role() == PercentRole.BONUS));
    }

    private boolean speaksOfBonus(Clause clause) {
        boolean offered = clause.isTitle()
                || scene.has(clause, Sense.NOW)
                || scene.has(clause, Sense.TRANSFER)
                || scene.has(clause, Sense.OFFER);
        return offered && scene.has(clause, Sense.BONUS);
    }

    /** A section with a percentage, whose sides it or the whole's title names. */
    private boolean isOfferingSection() {
        Scene whole = scene.whole();
        if (whole == null || Lists.none(scene.speaking(), this::tellsPercent)) {
            return false;
        }
        Sides own = Sides.of(scene, scene.speaking());
        boolean given =
                Sides.of(whole, whole.title()).hasOrigin() && !own.takers().isEmpty() && proof.isAhead();
        boolean ofTransfers = given
                || (own.hasOrigin() && !own.takers().isEmpty())
                || whole.speaksOf(Sense.TRANSFER)
                || whole.speaksOf(Sense.BONUS);
        return ofTransfers
                && Lists.any(
                        new CampaignReader(scene).read(),
                        campaign -> !campaign.everyBank().isEmpty()
                                || !campaign.givers().isEmpty());
    }

    /** A sentence of the body with a bonus and so many of taker, giver and transfer; for two, all sentences together. */
    private boolean hasOffer(int least) {
        boolean one = anySpeaking(clause -> signs(clause) >= least && TransferTitle.hasBonus(scene, clause));
        one |= title.hasOrigin() && !title.hasTaker() && proof.isOpen() && anySpeaking(this::tellsTakerAndBonus);
        return one
                || (least == 2
                        && scene.speaksOf(Sense.TRANSFER)
                        && Sides.of(scene, scene.speaking()).hasOrigin());
    }

    private int signs(Clause clause) {
        Sides sides = scene.sides(clause);
        return (sides.takers().isEmpty() ? 0 : 1)
                + (sides.hasOrigin() ? 1 : 0)
                + (scene.has(clause, Sense.TRANSFER) ? 1 : 0);
    }
}
