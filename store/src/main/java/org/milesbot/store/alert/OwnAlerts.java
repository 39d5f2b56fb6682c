package org.milesbot.store.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.milesbot.store.db.Database;

/** Finds the alerts of one person, and no one else's. */
public final class OwnAlerts {

    private static final String SELECT = """
            select alert.id, coalesce(alias.promo_id, alert.promo_id) as promo, coalesce(promo.title, '') as title
            from alert
            join app_user on app_user.id = user_id
            left join promo_alias alias on alias.id = alert.promo_id
            left join promo on promo.id = coalesce(alias.promo_id, alert.promo_id)
            where telegram_id = :telegramId
              and role = 'member'
              and alert.promo_id is not null
            """;

    private final Database database;

    public OwnAlerts(Database database) {
        this.database = database;
    }

    /**
     * An alert.
     *
     * @param number its number
     * @param promo what it is about
     * @param title the heading of its announcement, as it came from outside; may be empty
     */
    public record OwnAlert(long number, UUID promo, String title) {}

    /** The alert of a number, if it is this person's. */
    public Optional<OwnAlert> numbered(long telegramId, long number) {
        return database.with(open -> found(open.createQuery(SELECT + " and alert.id = :number")
                        .bind("telegramId", telegramId)
                        .bind("number", number))
                .stream()
                .findFirst());
    }

    /** The alerts that came to this person in one message, in order. */
    public List<OwnAlert> inMessage(long telegramId, long messageId) {
        return database.with(
                open -> found(open.createQuery(SELECT + " and alert.message_id = :message order by alert.id")
                        .bind("telegramId", telegramId)
                        .bind("message", messageId)));
    }

    /** The last alerts that this person got, the newest first. */
    public List<OwnAlert> latest(long telegramId, int limit) {
        return database.with(open -> found(open.createQuery(
                        SELECT + " and alert.state = 'sent' order by alert.ended_at desc, alert.id desc limit :limit")
                .bind("telegramId", telegramId)
                .bind("limit", limit)));
    }

    private static List<OwnAlert> found(Query query) {
        return query.map((row, context) ->
                        new OwnAlert(row.getLong("id"), row.getObject("promo", UUID.class), row.getString("title")))
                .list();
    }
}
