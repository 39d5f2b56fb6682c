package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.promo.Promo;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Mentions;

/** Reads all promos of an announcement from its mentions. */
public final class PromoReader {

    private static final List<KindReader> KINDS = List.of(
            new TransferReader(),
            new InternalReader(),
            new ClubReader(),
            new PurchaseReader(),
            new EarnReader(),
            new FareReader());

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
        List<Promo> announced = announced(scene, topic);
        List<Promo> promos = announced.isEmpty() && !topic.isGuide() ? told(scene, topic) : announced;
        trace.whyNone(scene, topic, promos);
        return promos;
    }

    private static List<Promo> announced(Scene scene, Topic topic) {
        List<Promo> promos = new ArrayList<>();
        for (KindReader kind : topic.isGuide() ? KINDS.subList(0, 1) : KINDS) {
            promos.addAll(kind.fromTitle(scene, topic));
        }
        scene.trace().announced(promos);
        return promos;
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

    /** A title with a bonus from one programme to another is an offer whatever else it says. */
    private static boolean isOfferAllTheSame(Scene scene, Hit noOffer) {
        if (noOffer.value().equals("complaint") || noOffer.value().equals("credited")) {
            return false;
        }
        boolean club = scene.title().stream().anyMatch(clause -> new Topic(scene).club(clause) != null);
        boolean percent = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .anyMatch(ReadPercent::isTransferBonus);
        return (TransferReader.titleOffers(scene) && percent)
                || (noOffer.value().equals("card") && club && !scene.titleHas(Sense.WELCOME));
    }
}
