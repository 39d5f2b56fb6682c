package org.milesbot.store.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;

/**
 * What the operators tell everybody, by the same outbox as all else: at the pace that Telegram takes, nobody twice, in
 * nobody's quiet hours.
 */
public final class Broadcasts {

    /** The reason of such an alert; the detail is the broadcast's number. */
    public static final String BROADCAST = "broadcast";

    private static final String EVERYBODY = """
            from app_user u
            join user_config c on c.user_id = u.id
            where u.role = 'member'
              and u.disabled_at is null
            """;

    private final Database database;

    public Broadcasts(Database database) {
        this.database = database;
    }

    /** How many would be told. */
    public long reach() {
        return database.with(open -> open.createQuery("select count(*) " + EVERYBODY)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Tells everybody who is not disabled.
     *
     * @param body plain text, at most 4,096 characters
     * @return how many will be told
     */
    public int send(String body, Instant now) {
        return database.inTransaction(transaction -> {
            long id = transaction
                    .createQuery("insert into broadcast (body, created_at) values (:body, :now) returning id")
                    .bind("body", StorableText.clean(body))
                    .bind("now", now)
                    .mapTo(Long.class)
                    .one();
            return transaction
                    .createUpdate("""
                            insert into alert (user_id, created_at, due_at, loud, urgent, state, reason, detail)
                            select u.id, :now, coalesce(quiet_until(:now, c.quiet_from, c.quiet_to, c.zone), :now),
                                true, false, 'due', :reason, cast(cast(:id as bigint) as text)
                            """ + EVERYBODY + "on conflict do nothing")
                    .bind("now", now)
                    .bind("reason", BROADCAST)
                    .bind("id", id)
                    .execute();
        });
    }

    /** The texts of broadcasts, by their numbers. */
    public Map<Long, String> bodies(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.with(open -> open
                .createQuery("select id, body from broadcast where id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("body")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
