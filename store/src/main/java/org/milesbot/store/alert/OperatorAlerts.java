package org.milesbot.store.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.db.Database;

/**
 * What the operator is told, by the same outbox as everyone: sources that fail or come back, alerts that were given up,
 * and that Telegram slowed us down.
 */
public final class OperatorAlerts {

    /** The reasons of alerts about sources begin with this; the kind of notice follows. */
    public static final String SOURCE = "source_";

    /** The reason of an alert about alerts that were given up; the detail begins with how many. */
    public static final String DEAD_LETTERS = "dead_letters";

    /** The reason of an alert that Telegram slowed us down; the detail begins with how often and for how many seconds. */
    public static final String SLOWED_DOWN = "slowed_down";

    private static final String CONSUMER = "operator";

    private static final Duration AT_MOST_EVERY = Duration.ofHours(1);

    private final Database database;

    public OperatorAlerts(Database database) {
        this.database = database;
    }

    /**
     * Keeps which chat is the operator's, so that they can be told anything at all.
     *
     * @param language {@code pt} or {@code en}
     */
    public void address(long telegramId, String language, Instant now) {
        database.useTransaction(transaction -> {
            transaction
                    .createUpdate("""
                            insert into app_user (role, telegram_id, name, created_at, welcomed_at)
                            select 'operator', :telegramId, '', :now, :now
                            where not exists (select from app_user where role = 'operator')
                            """)
                    .bind("telegramId", telegramId)
                    .bind("now", now)
                    .execute();
            transaction.createUpdate("""
                            update app_user
                            set telegram_id = :telegramId, disabled_at = null, disabled_why = null
                            where role = 'operator'
                              and telegram_id <> :telegramId
                            """).bind("telegramId", telegramId).execute();
            transaction.createUpdate("""
                            insert into user_config (user_id, language)
                            select id, :language
                            from app_user
                            where role = 'operator'
                            on conflict (user_id) do update
                            set language = excluded.language
                            where user_config.language <> excluded.language
                            """).bind("language", language).execute();
        });
    }

    /** Writes an alert for each notice about a source that was not read yet, and returns how many. */
    public int tellOfSources(Instant now) {
        return database.inTransaction(transaction -> {
            long last = Cursors.read(transaction, CONSUMER, "source_notice");
            List<Long> notices = transaction
                    .createQuery("select id from source_notice where id > :last order by id")
                    .bind("last", last)
                    .mapTo(Long.class)
                    .list();
            if (notices.isEmpty()) {
                return 0;
            }
            Cursors.move(transaction, CONSUMER, notices.get(notices.size() - 1));
            return transaction
                    .createUpdate("""
                            insert into alert (user_id, created_at, due_at, loud, urgent, state, reason, detail)
                            select u.id, :now, :now, true, true, 'due', :source || notice.kind, cast(notice.id as text)
                            from source_notice notice
                            cross join app_user u
                            where notice.id = any(:notices)
                              and u.role = 'operator'
                            on conflict do nothing
                            """)
                    .bind("now", now)
                    .bind("source", SOURCE)
                    .bindArray("notices", Long.class, notices)
                    .execute();
        });
    }

    /** Tells of the alerts that were given up since they were last told of, at most once an hour. */
    public int tellOfDeadLetters(Instant now) {
        return database.inTransaction(transaction -> {
            long dead = transaction
                    .createQuery("""
                            select count(*)
                            from alert
                            join app_user on app_user.id = user_id
                            where state = 'dead'
                              and role = 'member'
                              and ended_at > coalesce(
                                (select max(created_at) from alert where reason = :reason),
                                '-infinity')
                            """)
                    .bind("reason", DEAD_LETTERS)
                    .mapTo(Long.class)
                    .one();
            return dead == 0 ? 0 : tell(transaction, DEAD_LETTERS, String.valueOf(dead), now);
        });
    }

    /**
     * Tells how often Telegram slowed us down, at most once an hour.
     *
     * @param longest the longest that it asked for
     */
    public int tellOfSlowDowns(long times, Duration longest, Instant now) {
        String numbers = times + " " + longest.toSeconds();
        return database.inTransaction(transaction -> tell(transaction, SLOWED_DOWN, numbers, now));
    }

    private static int tell(Handle transaction, String reason, String numbers, Instant now) {
        return transaction
                .createUpdate("""
                        insert into alert (user_id, created_at, due_at, loud, urgent, state, reason, detail)
                        select id, :now, :now, true, false, 'due', :reason,
                            concat(:numbers, ' ', cast(cast(:now as timestamptz) as text))
                        from app_user
                        where role = 'operator'
                          and not exists (
                            select from alert
                            where alert.user_id = app_user.id
                              and alert.reason = :reason
                              and alert.created_at > :lately)
                        """)
                .bind("now", now)
                .bind("reason", reason)
                .bind("numbers", numbers)
                .bind("lately", now.minus(AT_MOST_EVERY))
                .execute();
    }
}
