package org.milesbot.store.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;
import org.milesbot.store.alert.Matching.Cause;
import org.milesbot.store.promo.PromoRow;

/** A transfer bonus and a fare of the same programme that are open together. */
final class Combo {

    private Combo() {}

    /** The fare, for those who can come by the bonus; the detail tells which bonus. */
    static Cause of(@Nullable Long event, PromoRow bonus, PromoRow fare, Instant now) {
        Offer way = Offer.of(bonus, now);
        Offer seat = Offer.of(fare, now);
        Promo both = Promo.builder(fare.promo().kind(), fare.promo().program())
                .origins(bonus.promo().origins())
                .fare(fare.promo().fare())
                .build();
        Offer offer = new Offer(
                fare.id(),
                both,
                Math.max(way.score(), seat.score()),
                way.isUrgent() || seat.isUrgent(),
                way.expiresAt().isBefore(seat.expiresAt()) ? way.expiresAt() : seat.expiresAt());
        return new Cause(event, offer, Reason.COMBO, bonus.id().toString());
    }
}
