package org.milesbot.store.score;

import java.util.Map;
import java.util.Set;
import org.milesbot.api.promo.PromoKind;

/** The fields without which a promo of a kind is hard to act on, by their names in JSON. */
final class KeyFields {

    private static final Set<String> PERCENTAGE = Set.of("program", "bonus_pct", "start", "end");

    private static final Map<PromoKind, Set<String>> BY_KIND = Map.of(
            PromoKind.TRANSFER_BONUS, Set.of("program", "origins", "bonus_pct", "start", "end"),
            PromoKind.POINTS_PURCHASE, PERCENTAGE,
            PromoKind.INTERNAL_TRANSFER, PERCENTAGE,
            PromoKind.CLUB, Set.of("program", "plan", "monthly_price_brl", "end"),
            PromoKind.EARN_MULTIPLIER, Set.of("program", "rate_max", "shops", "end"),
            PromoKind.AWARD_FARE, Set.of("program", "origin_city", "dest_city", "miles", "travel_from"));

    /** What every promo has, of a plug-in's own kind too. */
    private static final Set<String> OF_ANY_KIND = Set.of("start", "end");

    private KeyFields() {}

    /** The share of the key fields that there is evidence for, from 0 to 1. */
    static double share(PromoKind kind, Set<String> evidence) {
        Set<String> fields = BY_KIND.getOrDefault(kind, OF_ANY_KIND);
        return (double) fields.stream().filter(evidence::contains).count() / fields.size();
    }
}
