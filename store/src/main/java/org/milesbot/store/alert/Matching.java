package org.milesbot.store.alert;

import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes the alerts that an offer gives rise to: one statement for all people, whatever their number, so that nothing of
 * them is held in memory. An alert that is there already is not written again.
 */
final class Matching {

    /** When someone is told who has quiet hours now, or a digest; null for at once. */
    static final String WAIT = """
            cross join lateral (
                select case
                    when :urgent and c.urgent_passes then null
                    when c.digest <> 'off' then digest_after(:now, c.digest, c.digest_at, c.zone)
                    else quiet_until(:now, c.quiet_from, c.quiet_to, c.zone)
                end as until
                offset 0) wait
            """;

    private static final String INSERT = """
            insert into alert (
                user_id, promo_id, event_id, created_at, due_at, expires_at, loud, urgent, digest, state, reason, detail)
            select u.id, :promo, cast(:event as bigint), :now, coalesce(wait.until, :now), :expiresAt,
                c.<level> <> 'silent', :urgent, <held>, case when <held> then 'held' else 'due' end,
                :reason, :detail
            from app_user u
            join user_config c on c.user_id = u.id
            left join user_program p on p.user_id = u.id and p.program = :program
            """ + WAIT + "where u.role = 'member'\n";

    /** So many conditions let the planner expect a handful of people; it would look each of a million up by itself. */
    static final String EVERYBODY = "set local enable_nestloop to off; set local work_mem to '64MB'";

    static final String USUAL = "set local enable_nestloop to default; set local work_mem to default";

    private static final String ANEW = "on conflict do nothing";
    private static final String NEWS = "news";

    /** What PostgreSQL says of a key that is there already. */
    private static final String IS_THERE = "23505";

    private static final String WAITING = "wait.until is not null";

    private static final String TOLD = told("'sent', 'claimed'");
    private static final String TO_BE_TOLD = told("'due', 'held', 'failed'");

    private static final String REMINDED =
            "exists (select from user_reminder r where r.user_id = u.id and r.promo_id = :promo)";

    private Matching() {}

    /**
     * What is told.
     *
     * @param event the number of the event that it comes from, or null
     */
    record Cause(@Nullable Long event, Offer offer, Reason reason, String detail) {}

    /** Tells all who are to be told, and returns how many they are. */
    static long match(Handle transaction, Cause cause, Instant now) {
        return switch (cause.reason()) {
            case CREATED -> everybody(transaction, cause, now, known() + level(cause) + and(Condition.every()));
            case RAISED -> insert(transaction, cause, now, known() + level(cause) + and(raised()));
            case EXTENDED -> insert(transaction, cause, now, level(cause) + and(Condition.reachable()) + and(TOLD));
            case ENDING -> insert(transaction, cause, now, and(ending()));
            case COMBO -> insert(transaction, cause, now, level(cause) + and(Condition.forCombos()));
        };
    }

    /** Someone who was not welcomed yet is told of what is open when they are. */
    private static String known() {
        return and("u.welcomed_at is not null");
    }

    /**
     * Who heard of it hears of the raise. To those whose first alert still waits it will speak of the raise by itself. To
     * all others it is a new promo, which may now be high enough for them.
     */
    private static String raised() {
        return "not %s and (%s and %s or %s)".formatted(TO_BE_TOLD, TOLD, Condition.reachable(), Condition.every());
    }

    private static String ending() {
        return "%s and (%s or c.level_ending <> 'off' and %s)".formatted(Condition.reachable(), REMINDED, TOLD);
    }

    private static String level(Cause cause) {
        return and("c." + cause.reason().level() + " <> 'off'");
    }

    private static String told(String states) {
        return """
                exists (
                    select from alert told
                    where told.user_id = u.id
                      and (told.promo_id = :promo
                        or told.promo_id in (select id from promo_alias where promo_alias.promo_id = :promo))
                      and told.reason in ('created', 'raised')
                      and told.state in (%s))""".formatted(states);
    }

    private static String and(String condition) {
        return "and (" + condition + ")\n";
    }

    private static long everybody(Handle transaction, Cause cause, Instant now, String where) {
        transaction.execute(EVERYBODY);
        long alerts = insertNews(transaction, cause, now, where);
        transaction.execute(USUAL);
        return alerts;
    }

    /**
     * Of what is new nobody has an alert. So the rows are written without a look for each whether it is there, which takes as
     * long as writing them. Where somebody has one all the same, nothing of that stays, and they are written with the look.
     */
    private static long insertNews(Handle transaction, Cause cause, Instant now, String where) {
        transaction.savepoint(NEWS);
        try {
            return write(transaction, cause, now, where);
        } catch (UnableToExecuteStatementException e) {
            if (!(e.getCause() instanceof SQLException reason && IS_THERE.equals(reason.getSQLState()))) {
                throw e;
            }
            transaction.rollbackToSavepoint(NEWS);
            return insert(transaction, cause, now, where);
        }
    }

    private static long insert(Handle transaction, Cause cause, Instant now, String where) {
        return write(transaction, cause, now, where + ANEW);
    }

    private static long write(Handle transaction, Cause cause, Instant now, String where) {
        return bind(transaction.createUpdate(INSERT + where), cause, now)
                .define("held", WAITING)
                .execute();
    }

    /**
     * Tells those who were never looked at of an offer that is open, in their first digest, unless they have been told of
     * enough already.
     */
    static void welcome(Handle transaction, Offer offer, int atMost, Instant now) {
        Cause cause = new Cause(null, offer, Reason.CREATED, "");
        String where = and("u.welcomed_at is null")
                + and("(select count(*) from alert a where a.user_id = u.id) < :atMost")
                + level(cause)
                + and(Condition.everyButScore());
        bind(transaction.createUpdate(INSERT + where + ANEW), cause, now)
                .define("held", "true")
                .bind("atMost", atMost)
                .execute();
    }

    private static Update bind(Update update, Cause cause, Instant now) {
        Offer offer = cause.offer();
        // Not every reason looks at every part of the offer.
        update.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return OfferBinding.bind(update, offer, now)
                .define("level", cause.reason().level())
                .bind("promo", offer.id())
                .bind("event", cause.event())
                .bind("expiresAt", offer.expiresAt())
                .bind("urgent", offer.isUrgent())
                .bind("reason", cause.reason().slug())
                .bind("detail", cause.detail());
    }
}
