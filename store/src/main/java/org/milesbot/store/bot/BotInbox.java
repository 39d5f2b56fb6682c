package org.milesbot.store.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;

/**
 * Keeps what Telegram handed over until it is dealt with. Telegram is asked for what comes next only when all before is
 * kept here, and an update leaves in the transaction of its effects: none is lost and none is dealt with twice, whenever the
 * process dies.
 */
public final class BotInbox {

    /** What was begun so often and never finished is taken for what brings the process down. */
    static final int MOST_ATTEMPTS = 3;

    /** After a week without updates Telegram numbers them anew, perhaps from lower on. */
    private static final Duration NUMBERED_ANEW = Duration.ofDays(6);

    private final Database database;
    private final long botId;

    /**
     * @param botId whose updates these are: the number that its token begins with
     */
    public BotInbox(Database database, long botId) {
        this.database = database;
        this.botId = botId;
    }

    /** The number of the first update that Telegram is to be asked for; 0 for whatever it has. */
    public long next(Instant now) {
        return database.with(
                open -> open.createQuery("select next_update from bot_offset where bot_id = :bot and moved_at > :fresh")
                        .bind("bot", botId)
                        .bind("fresh", now.minus(NUMBERED_ANEW))
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /**
     * Keeps updates, and from which one on Telegram is to be asked.
     *
     * @return those that were not here, nor dealt with, before
     */
    public List<BotUpdate> take(List<BotUpdate> updates, Instant now) {
        if (updates.isEmpty()) {
            return List.of();
        }
        return database.inTransaction(transaction -> {
            long next = next(now);
            List<BotUpdate> fresh =
                    updates.stream().filter(update -> update.id() >= next).toList();
            if (!fresh.isEmpty()) {
                insert(transaction, fresh, 0, now);
                long last = fresh.stream().mapToLong(BotUpdate::id).max().orElseThrow();
                transaction
                        .createUpdate("""
                                insert into bot_offset (bot_id, next_update, moved_at)
                                values (:bot, :next, :now)
                                on conflict (bot_id) do update
                                set next_update = excluded.next_update, moved_at = excluded.moved_at
                                """)
                        .bind("bot", botId)
                        .bind("next", last + 1)
                        .bind("now", now)
                        .execute();
            }
            return fresh;
        });
    }

    /**
     * Keeps an update that was let go of in this transaction after all, since it takes more time.
     *
     * @param attempts how often it has been begun in vain, as {@link #done} told
     */
    public void putBack(BotUpdate update, int attempts, Instant now) {
        database.useTransaction(transaction -> insert(transaction, List.of(update), attempts, now));
    }

    private void insert(Handle transaction, List<BotUpdate> updates, int attempts, Instant now) {
        try (PreparedBatch batch = transaction.prepareBatch("""
                insert into bot_update (bot_id, update_id, chat_id, received_at, attempts, body)
                values (:bot, :id, :chat, :now, :attempts, :body)
                on conflict do nothing
                """)) {
            for (BotUpdate update : updates) {
                batch.bind("bot", botId)
                        .bind("id", update.id())
                        .bind("chat", update.chatId())
                        .bind("now", now)
                        .bind("attempts", attempts)
                        .bind("body", StorableText.clean(update.body()))
                        .add();
            }
            batch.execute();
        }
    }

    /**
     * What was kept and not dealt with when the process before this one ended, in order; counts that it is begun again, and
     * gives up what was begun too often.
     */
    public List<BotUpdate> waiting() {
        return database.inTransaction(transaction -> {
            transaction
                    .createUpdate("delete from bot_update where bot_id = :bot and attempts >= :most")
                    .bind("bot", botId)
                    .bind("most", MOST_ATTEMPTS)
                    .execute();
            return transaction
                    .createQuery("""
                            with begun as (
                                update bot_update set attempts = attempts + 1
                                where bot_id = :bot
                                returning update_id, chat_id, body)
                            select update_id, chat_id, body
                            from begun
                            order by update_id
                            """)
                    .bind("bot", botId)
                    .map((row, context) -> new BotUpdate(
                            row.getLong("update_id"), row.getObject("chat_id", Long.class), row.getString("body")))
                    .list();
        });
    }

    /**
     * Lets go of an update that was dealt with; in the transaction of its effects.
     *
     * @return how often it had been begun in vain before; nothing if it was not there
     */
    public OptionalInt done(long updateId) {
        return database.with(open -> open.createQuery(
                        "delete from bot_update where bot_id = :bot and update_id = :id returning attempts")
                .bind("bot", botId)
                .bind("id", updateId)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }
}
