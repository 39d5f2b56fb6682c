package org.milesbot.store.promo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.score.ScoreBasis;
import org.milesbot.store.score.SourceRecord;

/** Makes what a score is worked out from of a promo's row; null for a promo that is not settled. */
enum ScoreBasisMapper implements RowMapper<@Nullable ScoreBasis> {
    INSTANCE;

    /** Beside the promo's {@code end_dt} and {@code end_time}. */
    static final String COLUMNS = """
            state, announced_at, promo_score.provenance as score_provenance, structure,
                source_record.promos as source_promos, confirmed
            """;

    static final String FROM = """
            from promo
            left join promo_score on promo_id = id
            left join source_record on source_record.source_name = promo.source_name
            """;

    private static final Set<String> OVER = Set.of("ended", "withdrawn");

    @Override
    public @Nullable ScoreBasis map(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime announcedAt = row.getObject("announced_at", OffsetDateTime.class);
        return announcedAt == null
                ? null
                : new ScoreBasis(
                        announcedAt.toInstant(),
                        overAt(row),
                        row.getDouble("score_provenance"),
                        row.getDouble("structure"),
                        new SourceRecord(row.getLong("source_promos"), row.getLong("confirmed")));
    }

    /** A campaign may be over without a day that says so. */
    private static @Nullable Instant overAt(ResultSet row) throws SQLException {
        return OVER.contains(row.getString("state"))
                ? Instant.EPOCH
                : ScoreBasis.after(PromoRowMapper.moment(row, "end"));
    }
}
