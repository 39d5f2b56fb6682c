package org.milesbot.store.bot;

import java.time.Instant;
import java.util.Optional;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;

/** Keeps what somebody is asked to confirm, until they press a button or it is too late. */
public final class Proposals {

    /** The most characters that the words may have. */
    public static final int LONGEST = 4_096;

    private final Database database;

    /**
     * What would be done.
     *
     * @param command by which command
     * @param words with which words after it
     */
    public record Proposal(String command, String words) {}

    public Proposals(Database database) {
        this.database = database;
    }

    /** Keeps a proposal and returns its number. Those of the chat that have run out are let go of. */
    public long propose(long chatId, Proposal proposal, Instant now, Instant expiresAt) {
        return database.inTransaction(transaction -> {
            transaction
                    .createUpdate("delete from bot_proposal where chat_id = :chat and expires_at <= :now")
                    .bind("chat", chatId)
                    .bind("now", now)
                    .execute();
            return transaction
                    .createQuery("""
                            insert into bot_proposal (chat_id, command, words, expires_at)
                            values (:chat, :command, :words, :expires)
                            returning id
                            """)
                    .bind("chat", chatId)
                    .bind("command", proposal.command())
                    .bind("words", StorableText.clean(proposal.words()))
                    .bind("expires", expiresAt)
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Takes a proposal away, so that it is taken once; nothing if it is not of this chat, taken already, or too old. */
    public Optional<Proposal> take(long chatId, long id, Instant now) {
        return database.inTransaction(transaction -> transaction
                .createQuery("""
                        with taken as (
                            delete from bot_proposal
                            where id = :id
                              and chat_id = :chat
                            returning command, words, expires_at)
                        select command, words
                        from taken
                        where expires_at > :now
                        """)
                .bind("id", id)
                .bind("chat", chatId)
                .bind("now", now)
                .map((row, context) -> new Proposal(row.getString("command"), row.getString("words")))
                .findOne());
    }
}
