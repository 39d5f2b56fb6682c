package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads all promos of an announcement from its mentions. */
public final class PromoReader {

    private static final List<KindReader> KINDS = List.of(
            new TransferReader(),
            new InternalReader(),
            new ClubReader(),
            new PurchaseReader(),
            new EarnReader(),
            new FareReader());

    /** Sorts of text that may tell of an offer in passing. */
    private static final WordSet TALK = WordSet.of("news", "opinion", "hotel", "money", "contest");

    /** Sorts of text that a club's own offer may sound like. */
    private static final WordSet SALES_TALK = WordSet.of("card", "coupon");

    private PromoReader() {}

    /** The promos, transfers first; empty if nothing is offered. */
    public static List<Promo> read(Mentions mentions, Trace trace) {
        Scene scene = new Scene(mentions, trace);
        Topic topic = new Topic(scene);
        Hit noOffer = topic.noOffer();
        if (noOffer != null && !isOfferAllTheSame(scene, noOffer)) {
            trace.say(Rule.NO_OFFER, noOffer.from(), noOffer.to(), noOffer);
            return List.of();
        }
        trace.allTheSame(noOffer);
        boolean taught = topic.isGuide() && !new OfferProof(scene).isAhead();
        List<Promo> several = taught ? List.of() : new DigestReader(scene).read();
        return several.isEmpty() ? readOne(scene, topic) : several;
    }

    /** The promos of a section of an announcement. */
    static List<Promo> readSection(Scene section) {
        Topic topic = new Topic(section);
        Hit noOffer = topic.noOffer();
        return noOffer == null || isOfferAllTheSame(section, noOffer) ? readOne(section, topic) : List.of();
    }

    private static List<Promo> readOne(Scene scene, Topic topic) {
        List<Promo> announced = besideEachOther(scene, topic, announced(scene, topic));
        List<Promo> promos = announced.isEmpty() && !topic.isGuide() ? told(scene, topic) : announced;
        scene.trace().whyNone(scene, topic, promos);
        return promos;
    }

    /** What paragraphs of their own offer beside, and the rest read without them. */
    private static List<Promo> besideEachOther(Scene scene, Topic topic, List<Promo> announced) {
        Map<List<Clause>, List<Promo>> beside = new BesideReader(scene, topic).read(announced);
        if (beside.isEmpty()) {
            return announced;
        }
        Scene rest = scene.without(beside.keySet());
        List<Promo> alone = announced(rest, new Topic(rest));
        List<Promo> promos = new ArrayList<>(alone.isEmpty() ? announced : alone);
        for (List<Promo> own : beside.values()) {
            promos.removeIf(promo -> Lists.any(own, other -> isSame(promo, other)));
            promos.addAll(own);
        }
        return promos;
    }

    private static boolean isSame(Promo promo, Promo other) {
        return promo.kind().equals(other.kind()) && promo.program().equals(other.program());
    }

    private static List<Promo> announced(Scene scene, Topic topic) {
        List<Promo> promos = new ArrayList<>();
        for (KindReader kind : topic.isGuide() ? KINDS.subList(0, 1) : KINDS) {
            promos.addAll(kind.fromTitle(scene, topic));
        }
        if (isTransferOnly(promos) && (scene.titleHas(Sense.DISCOUNT) || scene.titleHas(Sense.PURCHASE))) {
            promos.addAll(new PurchaseReader().fromBody(scene, topic));
        }
        boolean internal = Lists.any(promos, promo -> promo.kind().equals(PromoKind.INTERNAL_TRANSFER));
        promos.removeIf(promo -> internal && !promo.kind().equals(PromoKind.INTERNAL_TRANSFER));
        scene.trace().announced(promos);
        return promos;
    }

    private static boolean isTransferOnly(List<Promo> promos) {
        return !promos.isEmpty() && Lists.all(promos, promo -> promo.kind().equals(PromoKind.TRANSFER_BONUS));
    }

    /** Of the first kind that the body tells of. */
    private static List<Promo> told(Scene scene, Topic topic) {
        for (KindReader kind : KINDS) {
            List<Promo> promos = kind.fromBody(scene, topic);
            if (!promos.isEmpty()) {
                scene.trace().say(Rule.TOLD_BY_BODY, promos.get(0).kind());
                return promos;
            }
        }
        return List.of();
    }

    private static boolean leadsWithClub(Scene scene, Clause clause) {
        Hit club = new Topic(scene).club(clause);
        return club != null
                && (club.from() == clause.from()
                        || scene.has(clause, Sense.SUBSCRIBE)
                        || isWelcomeOfClub(scene, clause));
    }

    private static boolean isWelcomeOfCard(Scene scene) {
        return scene.titleHas(Sense.WELCOME) && Lists.none(scene.title(), clause -> isWelcomeOfClub(scene, clause));
    }

    /** "Boas-vindas no Clube", not those of a card. */
    private static boolean isWelcomeOfClub(Scene scene, Clause clause) {
        boolean card = Lists.any(
                scene.mentions().tokens().subList(clause.from(), clause.to()),
                token -> token.is("cartao") || token.is("cartoes"));
        return !card && scene.has(clause, Sense.WELCOME) && scene.speaksOf(Sense.SUBSCRIBE);
    }

    /** A title with a bonus from one programme to another is an offer whatever else it says. */
    private static boolean isOfferAllTheSame(Scene scene, Hit noOffer) {
        if (Topic.NEVER_OFFERS.contains(noOffer.value())) {
            return false;
        }
        boolean club = Lists.any(scene.title(), clause -> leadsWithClub(scene, clause));
        TransferTitle title = scene.transferTitle();
        boolean talk = TALK.contains(noOffer.value());
        TransferOffer offer = new TransferOffer(scene);
        OfferProof proof = new OfferProof(scene);
        return (title.hasPercent() && title.offers() && (!talk || proof.isOpen()))
                || (talk && title.offers() && offer.bodyBearsOut() && proof.isAhead())
                || (title.hasPercent() && talk && offer.bodyBearsOut())
                || (talk && offer.isToldWhole())
                || (SALES_TALK.contains(noOffer.value()) && club && !isWelcomeOfCard(scene));
    }
}
