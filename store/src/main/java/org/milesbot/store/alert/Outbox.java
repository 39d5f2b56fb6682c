package org.milesbot.store.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.alert.Claims.Taken;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.metric.MetricLog;

/**
 * What waits to be sent. Claiming and saying how it ended are a short transaction each, so that a process that dies in
 * between leaves nothing but what it had in its hands: after their lease others take those up, and they alone may arrive
 * twice.
 */
public final class Outbox {

    private static final int LONGEST_NOTE = 500;

    /** What has ended is counted at once: a process that dies afterwards has lost neither the end nor the count. */
    private static final String SETTLE = """
            with settled as (
                update alert
                set state = case
                        when alert.digest and ended.state in ('due', 'failed') then 'held'
                        else ended.state
                    end,
                    due_at = coalesce(cast(nullif(ended.due_at, '') as timestamptz), alert.due_at),
                    ended_at = case
                        when ended.state in ('sent', 'expired', 'dead') then cast(:now as timestamptz)
                    end,
                    message_id = cast(nullif(ended.message_id, '') as bigint),
                    note = nullif(ended.note, ''),
                    lease_until = null,
                    attempts = alert.attempts - case when ended.state = 'due' then 1 else 0 end
                from (
                    select distinct on (id) *
                    from unnest(:ids, :attempts, :states, :dueAt, :messages, :notes)
                        as said (id, attempts, state, due_at, message_id, note)
                    order by id, state = 'sent' desc, attempts desc) ended
                where alert.id = ended.id
                  and (alert.state = 'claimed' and alert.attempts = ended.attempts
                    or ended.state = 'sent' and alert.state <> 'sent')
                returning alert.state, alert.reason)
            insert into metric_log (name, labels, value)
            select 'alerts_' || state, array[reason], count(*)
            from settled
            where state in ('sent', 'expired', 'dead')
            group by state, reason
            order by state, reason
            on conflict (name, labels) do update
            set value = metric_log.value + excluded.value
            """;

    private final Database database;
    private final Duration lease;

    /**
     * @param lease how long a process has to say how it ended; longer than sending a parcel may take
     */
    public Outbox(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** How long a process has, from the instant that it claimed at. */
    public Duration lease() {
        return lease;
    }

    /**
     * Takes some parcels whose turn it is. What is not worth sending any more expires on the way, and what would come in
     * quiet hours is put off.
     *
     * @param most at most so many of single alerts, and as many digests
     */
    public List<Parcel> claim(int most, Instant now) {
        return database.inTransaction(transaction -> {
            Claims.giveBack(transaction, now);
            Taken single = Claims.single(transaction, most, lease, now);
            Taken gathered = Claims.gathered(transaction, most, lease, now);
            MetricLog.countAlerts(transaction, "expired", both(single.expired(), gathered.expired()));
            return both(single.parcels(), gathered.parcels());
        });
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Keeps how parcels ended. That one arrived is kept whoever has it now, and whatever else is said of it; all else only
     * if nobody else took it up meanwhile.
     */
    public void settle(List<Outcome> outcomes, Instant now) {
        if (!outcomes.isEmpty()) {
            database.useTransaction(transaction -> settle(transaction, outcomes, now));
        }
    }

    private static void settle(Handle transaction, List<Outcome> outcomes, Instant now) {
        List<Long> ids = new ArrayList<>();
        List<Integer> attempts = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> dueAt = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (Claimed alert : outcome.alerts()) {
                ids.add(alert.id());
                attempts.add(alert.attempts());
                states.add(outcome.state().name().toLowerCase(Locale.ROOT));
                dueAt.add(outcome.dueAt() == null ? "" : outcome.dueAt().toString());
                messages.add(
                        outcome.messageId() == null ? "" : outcome.messageId().toString());
                notes.add(outcome.note() == null ? "" : note(outcome.note()));
            }
        }
        transaction
                .createUpdate(SETTLE)
                .bind("now", now)
                .bindArray("ids", Long.class, ids)
                .bindArray("attempts", Integer.class, attempts)
                .bindArray("states", String.class, states)
                .bindArray("dueAt", String.class, dueAt)
                .bindArray("messages", String.class, messages)
                .bindArray("notes", String.class, notes)
                .execute();
    }

    private static String note(String words) {
        return StorableText.clean(words.substring(0, Math.min(words.length(), LONGEST_NOTE)));
    }

    /** Sends someone nothing more, because the channel says that they do not want it or are not there. */
    public void disable(long userId, String why, Instant now) {
        database.with(open -> open.createUpdate("""
                        update app_user
                        set disabled_at = :now, disabled_why = :why
                        where id = :user
                          and disabled_at is null
                        """)
                .bind("now", now)
                .bind("why", note(why))
                .bind("user", userId)
                .execute());
    }

    /** Goes on with a chat under its new number. Where that is known by itself, the old one is disabled. */
    public void move(long userId, long telegramId, Instant now) {
        boolean moved = database.with(open -> open.createUpdate("""
                                update app_user moving
                                set telegram_id = :telegramId
                                where id = :user
                                  and not exists (
                                    select from app_user other
                                    where other.telegram_id = :telegramId
                                      and other.role = moving.role)
                                """)
                        .bind("telegramId", telegramId)
                        .bind("user", userId)
                        .execute())
                > 0;
        if (!moved) {
            disable(userId, "moved to " + telegramId, now);
        }
    }

    /** Sends nothing to someone's chat before an instant. */
    public void pause(long userId, Instant until) {
        database.with(open ->
                open.createUpdate("""
                        update app_user
                        set next_send_at = greatest(next_send_at, cast(:until as timestamptz))
                        where id = :user
                        """).bind("until", until).bind("user", userId).execute());
    }

    /** When the next alert's turn comes, or nothing if none waits. What other processes have in their hands counts too. */
    public Optional<Instant> nextTurn() {
        return database.with(open ->
                open.createQuery("""
                        select min(turn)
                        from (
                            select greatest(a.due_at, u.next_send_at) as turn
                            from alert a
                            join app_user u on u.id = a.user_id
                            where a.state in ('due', 'failed', 'held')
                            union all
                            select lease_until
                            from alert
                            where state = 'claimed') waiting
                        """).mapTo(OffsetDateTime.class).findOne().map(OffsetDateTime::toInstant));
    }

    /** Whether the time of any alert has come since an instant; cheap, so that one may ask every few seconds. */
    public boolean isDue(Instant since, Instant now) {
        return database.with(open -> open.createQuery("""
                        select exists (
                                select from alert
                                where state in ('due', 'failed') and due_at > :since and due_at <= :now)
                            or exists (select from alert where state = 'held' and due_at > :since and due_at <= :now)
                            or exists (
                                select from alert
                                where state = 'claimed' and lease_until > :since and lease_until <= :now)
                        """)
                .bind("since", since)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    /** How many alerts there are in each state. */
    public List<StateCount> counts() {
        return database.with(
                open -> open.createQuery("select state, count(*) as alerts from alert group by state order by state")
                        .map((row, context) -> new StateCount(row.getString("state"), row.getLong("alerts")))
                        .list());
    }

    /** How many alerts are in a state. */
    public record StateCount(String state, long alerts) {}
}
