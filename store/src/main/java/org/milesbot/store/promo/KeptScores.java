package org.milesbot.store.promo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreRule;

/** Keeps what promos scored when they were settled, with all four parts, for those who ask later why. */
public final class KeptScores {

    private KeptScores() {}

    private record Scored(UUID promo, Score score) {}

    /** Keeps the scores that settled promos have at an instant; those that are not settled are passed over. */
    public static void keep(Handle transaction, Collection<UUID> promos, ScoreRule rule, Instant now) {
        if (promos.isEmpty()) {
            return;
        }
        write(
                transaction,
                transaction
                        .createQuery("select id, end_dt, end_time, " + ScoreBasisMapper.COLUMNS + ScoreBasisMapper.FROM
                                + "where id = any(:promos) and promo_score.promo_id is not null")
                        .bindArray("promos", UUID.class, promos)
                        .map((row, context) -> scored(row, context, rule, now))
                        .list(),
                now);
    }

    private static Scored scored(ResultSet row, StatementContext context, ScoreRule rule, Instant now)
            throws SQLException {
        return new Scored(
                row.getObject("id", UUID.class),
                rule.score(Objects.requireNonNull(ScoreBasisMapper.INSTANCE.map(row, context)), now));
    }

    private static void write(Handle transaction, List<Scored> rows, Instant now) {
        List<UUID> promos = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        List<Double> freshness = new ArrayList<>();
        List<Double> hitRates = new ArrayList<>();
        for (Scored row : rows) {
            promos.add(row.promo());
            scores.add(row.score().value());
            freshness.add(row.score().parts().freshness());
            hitRates.add(row.score().parts().hitRate());
        }
        transaction
                .createUpdate("""
                        update promo_score
                        set scored_at = :now, score = told.score, freshness = told.freshness, hit_rate = told.hit_rate
                        from unnest(:promos, :scores, :freshness, :hitRates)
                            as told (promo_id, score, freshness, hit_rate)
                        where promo_score.promo_id = told.promo_id
                        """)
                .bind("now", now)
                .bindArray("promos", UUID.class, promos)
                .bindArray("scores", Double.class, scores)
                .bindArray("freshness", Double.class, freshness)
                .bindArray("hitRates", Double.class, hitRates)
                .execute();
    }
}
