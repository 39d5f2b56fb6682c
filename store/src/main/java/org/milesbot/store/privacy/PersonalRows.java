package org.milesbot.store.privacy;

import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.milesbot.api.Zones;
import org.milesbot.store.db.Database;

/**
 * What is kept of somebody, by the number of their chat on Telegram: all of it to be shown, and all of it to be forgotten.
 */
public final class PersonalRows {

    private static final int ROWS_AT_ONCE = 500;

    private final Database database;

    public PersonalRows(Database database) {
        this.database = database;
    }

    /** Is handed what is kept. */
    public interface Reader {

        /** The rows that follow are of this section; there may be none. */
        void begin(String section);

        /** A row, as a JSON object on one line. */
        void row(String json);
    }

    /**
     * Hands over all that is kept of somebody, row by row, with times of America/Sao_Paulo. On a connection of its own:
     * others go on meanwhile.
     *
     * @return how many rows
     */
    public long read(long chatId, Reader reader) {
        try (Database own = database.another()) {
            return own.inTransaction(open -> {
                open.execute("set local timezone to '" + Zones.SAO_PAULO + "'");
                return tables(chatId).stream()
                        .mapToLong(table -> read(open, table, chatId, reader))
                        .sum();
            });
        }
    }

    /** A group is shown its settings alone. */
    private static List<PersonalTable> tables(long chatId) {
        boolean isGroup = chatId < 0;
        return PersonalTables.ALL.stream()
                .filter(table -> table.isSetting() || !isGroup)
                .toList();
    }

    private static long read(Handle open, PersonalTable table, long chatId, Reader reader) {
        reader.begin(table.section());
        long count = 0;
        try (ResultIterator<String> rows = open.createQuery(table.select())
                .bind("chat", chatId)
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(String.class)
                .iterator()) {
            for (Iterator<String> each = rows; each.hasNext(); count++) {
                reader.row(each.next());
            }
        }
        return count;
    }

    /**
     * Forgets somebody, in one transaction.
     *
     * @return whether anything was kept
     */
    public boolean erase(long chatId) {
        return database.inTransaction(transaction -> {
            lock(transaction, chatId);
            long gone = 0;
            for (int i = PersonalTables.ALL.size() - 1; i >= 0; i--) {
                gone += erase(transaction, PersonalTables.ALL.get(i), chatId);
            }
            return gone > 0;
        });
    }

    /**
     * Waits for who writes alerts for many people at once, and may have seen this one: what they wrote goes as well. First the
     * person, as others do.
     */
    private static void lock(Handle transaction, long chatId) {
        transaction
                .createQuery("select id from app_user where telegram_id = :chat for update")
                .bind("chat", chatId)
                .mapTo(Long.class)
                .list();
        transaction.execute("lock table alert in share row exclusive mode");
    }

    private static long erase(Handle transaction, PersonalTable table, long chatId) {
        return switch (table.forgetting()) {
            case WITH_PERSON -> 0;
            case DELETED ->
                transaction.createUpdate(table.delete()).bind("chat", chatId).execute();
        };
    }
}
