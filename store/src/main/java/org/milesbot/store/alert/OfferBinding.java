package org.milesbot.store.alert;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.OriginId;

/** Hands an offer over to a statement that is made of {@link Condition}s. */
final class OfferBinding {

    private OfferBinding() {}

    static <S extends SqlStatement<S>> S bind(S statement, Offer offer, Instant now) {
        List<Offer.Held> tiers = offer.tiers();
        Fare fare = offer.fare();
        return statement
                .bind("now", now)
                .bind("kind", offer.promo().kind().value())
                .bind("program", offer.promo().program().value())
                .bindArray(
                        "origins",
                        String.class,
                        offer.promo().origins().stream().map(OriginId::value).toList())
                .bind("anyone", offer.anyone())
                .bindArray(
                        "tierKeys",
                        String.class,
                        tiers.stream().map(Offer.Held::key).toList())
                .bindArray(
                        "tierPercents",
                        String.class,
                        tiers.stream().map(tier -> tier.percent().toString()).toList())
                .bind("score", offer.score())
                .bindArray("from", String.class, offer.from())
                .bindArray("to", String.class, offer.to())
                .bind("cabin", fare.cabin() == null ? null : fare.cabin().value())
                .bind("miles", fare.miles())
                .bind("travelFrom", fare.travel().from())
                .bind("travelTo", fare.travel().to());
    }
}
