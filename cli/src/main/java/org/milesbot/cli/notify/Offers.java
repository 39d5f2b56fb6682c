package org.milesbot.cli.notify;

import org.jspecify.annotations.Nullable;
import org.milesbot.notify.message.Compared;
import org.milesbot.notify.message.Compared.Place;
import org.milesbot.notify.message.Goodness;
import org.milesbot.notify.message.Offer;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

/** Promos as messages tell of them. */
public final class Offers {

    private Offers() {}

    /** As a message tells of it. */
    public static Offer of(PromoRow row) {
        return new Offer(
                row.id(),
                row.promo(),
                row.title(),
                row.url(),
                row.publishedAt(),
                row.score() == null ? null : row.score().value(),
                goodness(row.standing()));
    }

    /** How a campaign compares, or null if too few are known. */
    public static @Nullable Goodness goodness(@Nullable Standing standing) {
        if (standing == null) {
            return null;
        }
        Compared program = compared(standing.program());
        return program == null ? null : new Goodness(program, compared(standing.origin()));
    }

    private static @Nullable Compared compared(@Nullable Ranking ranking) {
        if (ranking == null || !ranking.isTelling()) {
            return null;
        }
        boolean isSinceWorthSaying = ranking.standsOut() || ranking.equalsRecord();
        return new Compared(
                ranking.year().isTelling() ? place(ranking.year()) : null,
                place(ranking.ever()),
                isSinceWorthSaying ? ranking.lastAsGood() : null,
                ranking.isRecord(),
                ranking.equalsRecord());
    }

    private static Place place(Rank rank) {
        return new Place(rank.place(), rank.of());
    }
}
