package org.milesbot.store.bot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;

/** Remembers what somebody was asked last, so that a restart in the middle of a question goes on. */
public final class Conversations {

    private final Database database;

    /**
     * A question that waits for its answer.
     *
     * @param command whose question it is
     * @param topic what the command needs to know to go on
     */
    public record Open(String command, String topic) {}

    public Conversations(Database database) {
        this.database = database;
    }

    /** What a chat was asked and has not answered. */
    public Optional<Open> open(long chatId, Instant now) {
        return database.with(open -> open.createQuery("""
                        select command, topic
                        from conversation
                        where chat_id = :chat
                          and expires_at > :now
                        """)
                .bind("chat", chatId)
                .bind("now", now)
                .map((row, context) -> new Open(row.getString("command"), row.getString("topic")))
                .findOne());
    }

    /** Takes note of a question, in the place of any before it; null for none. */
    public void ask(long chatId, @Nullable Open question, Instant expiresAt) {
        database.useTransaction(transaction -> {
            if (question == null) {
                transaction
                        .createUpdate("delete from conversation where chat_id = :chat")
                        .bind("chat", chatId)
                        .execute();
            } else {
                transaction
                        .createUpdate("""
                                insert into conversation (chat_id, command, topic, expires_at)
                                values (:chat, :command, :topic, :expires)
                                on conflict (chat_id) do update
                                set command = excluded.command, topic = excluded.topic, expires_at = excluded.expires_at
                                """)
                        .bind("chat", chatId)
                        .bind("command", question.command())
                        .bind("topic", StorableText.clean(question.topic()))
                        .bind("expires", expiresAt)
                        .execute();
            }
        });
    }
}
