package org.milesbot.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;
import org.milesbot.store.score.ScoreRule;

/** Says why someone is told of a promo, by the very conditions that alerts are matched by. */
public final class Explanations {

    private static final String PERSON = """
            select c.threshold, quiet_until(:now, c.quiet_from, c.quiet_to, c.zone) as quiet,
                %s
            from app_user u
            join user_config c on c.user_id = u.id
            left join user_program p on p.user_id = u.id and p.program = :program
            where u.role = 'member'
              and u.telegram_id = :telegramId
            """.formatted(Condition.columns());

    private final Database database;
    private final ScoreRule rule;

    public Explanations(Database database, ScoreRule rule) {
        this.database = database;
        this.rule = rule;
    }

    /**
     * Why someone was told of a promo, or was not; nothing if there is no such person or promo.
     *
     * @param telegramId the person's chat
     * @param promo the promo's id, or one that it was known by before
     */
    public Optional<Explained> of(long telegramId, UUID promo, Instant now) {
        return database.inTransaction(open -> {
            UUID id = open.createQuery("select promo_id from promo_alias where id = :id")
                    .bind("id", promo)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElse(promo);
            PromoRow row = new Promos(database).byId(List.of(id), rule, now).get(id);
            return row == null ? Optional.empty() : explained(open, telegramId, row, now);
        });
    }

    private static Optional<Explained> explained(Handle open, long telegramId, PromoRow row, Instant now) {
        Score matched = lastScore(open, row.id());
        Offer today = Offer.of(row, now);
        Offer offer = matched == null
                ? today
                : new Offer(today.id(), today.promo(), matched.value(), today.isUrgent(), today.expiresAt());
        Query query = open.createQuery(PERSON).bind("telegramId", telegramId);
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return OfferBinding.bind(query, offer, now)
                .map((person, context) -> new Explained(
                        row,
                        matched,
                        person.getBigDecimal("threshold"),
                        conditions(person),
                        instant(person, "quiet"),
                        matches(open, row.id()),
                        alerts(open, telegramId, row.id())))
                .findOne();
    }

    private static Map<String, Boolean> conditions(ResultSet person) throws SQLException {
        Map<String, Boolean> conditions = new LinkedHashMap<>();
        for (Condition condition : Condition.values()) {
            conditions.put(condition.slug(), person.getBoolean("is_" + condition.slug()));
        }
        return conditions;
    }

    private static @Nullable Score lastScore(Handle open, UUID promo) {
        return open.createQuery("""
                        select score, freshness, provenance, structure, hit_rate
                        from event_match
                        join promo_event on promo_event.id = event_id
                        where promo_id = :promo
                          and score is not null
                        order by event_id desc
                        limit 1
                        """)
                .bind("promo", promo)
                .map((row, context) -> new Score(
                        row.getDouble("score"),
                        new ScoreParts(
                                row.getDouble("freshness"),
                                row.getDouble("provenance"),
                                row.getDouble("structure"),
                                row.getDouble("hit_rate"))))
                .findOne()
                .orElse(null);
    }

    private static List<Explained.Match> matches(Handle open, UUID promo) {
        return open.createQuery("""
                        select kind, detail, matched_at, urgent, skipped
                        from event_match
                        join promo_event on promo_event.id = event_id
                        where promo_id = :promo
                        order by event_id
                        """)
                .bind("promo", promo)
                .map((row, context) -> new Explained.Match(
                        EventKind.of(row.getString("kind")),
                        row.getString("detail"),
                        Objects.requireNonNull(instant(row, "matched_at")),
                        row.getBoolean("urgent"),
                        row.getString("skipped")))
                .list();
    }

    private static List<Explained.Kept> alerts(Handle open, long telegramId, UUID promo) {
        return open.createQuery("""
                        select a.id, a.reason, a.detail, a.state, a.created_at, a.due_at, a.ended_at, a.note
                        from alert a
                        join app_user u on u.id = a.user_id
                        where u.telegram_id = :telegramId
                          and u.role = 'member'
                          and (a.promo_id = :promo
                            or a.promo_id in (select id from promo_alias where promo_alias.promo_id = :promo))
                        order by a.id
                        """)
                .bind("telegramId", telegramId)
                .bind("promo", promo)
                .map((row, context) -> new Explained.Kept(
                        row.getLong("id"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getString("state"),
                        Objects.requireNonNull(instant(row, "created_at")),
                        Objects.requireNonNull(instant(row, "due_at")),
                        instant(row, "ended_at"),
                        row.getString("note")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
