package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.promo.Promo;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.mention.Mentions;

/** Reads all promos of an announcement from its mentions. */
public final class PromoReader {

    private static final List<KindReader> KINDS = List.of(
            new TransferReader(),
            new InternalReader(),
            new PurchaseReader(),
            new ClubReader(),
            new EarnReader(),
            new FareReader());

    private PromoReader() {}

    /** The promos, transfers first; empty if nothing is offered. */
    public static List<Promo> read(Mentions mentions, Trace trace) {
        Scene scene = new Scene(mentions, trace);
        Topic topic = new Topic(scene);
        Hit noOffer = topic.noOffer();
        if (noOffer != null && !isOfferAllTheSame(scene, noOffer)) {
            trace.say(mentions, "no-offer", noOffer.from(), noOffer.to(), noOffer.value());
            return List.of();
        }
        List<Promo> promos = new ArrayList<>();
        for (KindReader kind : KINDS) {
            promos.addAll(kind.read(scene, topic));
        }
        return promos;
    }

    /** A title with a bonus from one programme to another is an offer whatever else it says. */
    private static boolean isOfferAllTheSame(Scene scene, Hit noOffer) {
        if (noOffer.value().equals("complaint") || noOffer.value().equals("credited")) {
            return false;
        }
        return TransferReader.titleOffers(scene);
    }
}
