package org.milesbot.cli.bot;

import java.util.function.Supplier;
import org.milesbot.store.bot.BotInbox;
import org.milesbot.store.bot.Conversations;
import org.milesbot.store.bot.Proposals;
import org.milesbot.store.db.Database;
import org.milesbot.store.user.Users;

/**
 * What one update is dealt with by: a connection, and the commands that work with it. For one thread, and no longer than
 * that one has the connection.
 *
 * @param database the connection
 * @param inbox where updates are taken out of
 * @param users who is known
 * @param conversations what people were asked
 * @param proposals what people are asked to confirm
 * @param commands what can be asked for
 */
public record Desk(
        Database database,
        BotInbox inbox,
        Users users,
        Conversations conversations,
        Proposals proposals,
        Commands commands) {

    /** Reads and writes in one transaction: all takes effect, or nothing. */
    <T> T together(Supplier<T> work) {
        return database.inTransaction(transaction -> work.get());
    }
}
