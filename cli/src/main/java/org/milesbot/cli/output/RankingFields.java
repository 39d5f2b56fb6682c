package org.milesbot.cli.output;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;

/** Where a campaign stands as fields for pipes: numbers and words; null where too few others are known to say it. */
final class RankingFields {

    /** The fields' names, in order. */
    static final List<String> NAMES =
            List.of("rank_12_months", "of_12_months", "rank_ever", "of_ever", "best_since", "record");

    private RankingFields() {}

    /** The fields' values, in the order of their names; all null without a ranking. */
    static List<@Nullable Object> of(@Nullable Ranking ranking) {
        return ranking == null
                ? Arrays.asList(new Object[NAMES.size()])
                : Arrays.asList(
                        place(ranking.year()),
                        ranking.year().of(),
                        place(ranking.ever()),
                        ranking.ever().of(),
                        ranking.isTelling() ? ranking.lastAsGood() : null,
                        record(ranking));
    }

    private static @Nullable Integer place(Rank rank) {
        return rank.isTelling() ? Integer.valueOf(rank.place()) : null;
    }

    private static @Nullable String record(Ranking ranking) {
        if (ranking.isRecord()) {
            return "new";
        }
        return ranking.equalsRecord() ? "equal" : null;
    }
}
