package org.milesbot.store.search;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;

/**
 * Which rows of {@code promo_search} are meant.
 *
 * @param words a condition on the words, empty if there is none
 * @param percents on the highest percentage
 */
record Where(String words, PercentRange percents) {

    /** As it stands in a statement; only what restricts, so that the planner sees through it. */
    String sql() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (!words.isEmpty()) {
            conditions.add("words @@ cast(:words as tsquery)");
        }
        if (percents.from() != null) {
            conditions.add("percent >= :from");
        }
        if (percents.below() != null) {
            conditions.add("percent < :below");
        }
        return String.join(" and ", conditions);
    }

    Query bind(Query query) {
        if (!words.isEmpty()) {
            query.bind("words", words);
        }
        bind(query, "from", percents.from());
        bind(query, "below", percents.below());
        return query;
    }

    private static void bind(Query query, String name, @Nullable Percent percent) {
        if (percent != null) {
            query.bind(name, percent.value());
        }
    }
}
