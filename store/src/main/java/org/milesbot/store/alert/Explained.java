package org.milesbot.store.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Score;

/**
 * Why someone was told of a promo, or was not.
 *
 * @param promo the promo
 * @param score its score when it was last matched with people; null if it never was
 * @param threshold the least score that the person wants
 * @param conditions whether each thing is so that must be so for a new promo to be told, by its name, as they want it now
 * @param quietUntil when their quiet hours end, or null if they have none now
 * @param matches what came of each event of the promo
 * @param alerts the alerts that there are, the oldest first
 */
public record Explained(
        PromoRow promo,
        @Nullable Score score,
        BigDecimal threshold,
        Map<String, Boolean> conditions,
        @Nullable Instant quietUntil,
        List<Match> matches,
        List<Kept> alerts) {

    /**
     * What came of an event.
     *
     * @param skipped why nobody was looked for; null if people were
     */
    public record Match(
            EventKind kind,
            String detail,
            Instant matchedAt,
            boolean isUrgent,
            @Nullable String skipped) {}

    /**
     * An alert.
     *
     * @param note why it expired, failed or died
     */
    public record Kept(
            long id,
            String reason,
            String detail,
            String state,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable String note) {}
}
