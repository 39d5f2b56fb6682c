package org.milesbot.cli.notify;

import org.jspecify.annotations.Nullable;
import org.milesbot.notify.message.Goodness;
import org.milesbot.notify.message.Offer;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

/** Promos as messages tell of them. */
final class Offers {

    private Offers() {}

    static Offer of(PromoRow row) {
        return new Offer(
                row.id(),
                row.promo(),
                row.title(),
                row.url(),
                row.publishedAt(),
                row.score() == null ? null : row.score().value(),
                goodness(row.standing()));
    }

    private static @Nullable Goodness goodness(@Nullable Standing standing) {
        if (standing == null || !standing.program().isTelling()) {
            return null;
        }
        Ranking ranking = standing.program();
        boolean isSinceWorthSaying = ranking.standsOut() || ranking.equalsRecord();
        return new Goodness(
                ranking.year().isTelling() ? ranking.year().place() : null,
                ranking.year().of(),
                isSinceWorthSaying ? ranking.lastAsGood() : null,
                ranking.isRecord(),
                ranking.equalsRecord());
    }
}
