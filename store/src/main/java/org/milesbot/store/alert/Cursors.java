package org.milesbot.store.alert;

import org.jdbi.v3.core.Handle;

/** How far consumers have read what is read by number. Kept in the transaction in which it was dealt with. */
final class Cursors {

    private Cursors() {}

    /** The last number that was dealt with; of a consumer that never read, the last there is of the table. */
    static long read(Handle open, String consumer, String table) {
        open.createUpdate("""
                        insert into event_cursor (consumer, last_id)
                        select :consumer, coalesce(max(id), 0)
                        from <table>
                        on conflict (consumer) do nothing
                        """).define("table", table).bind("consumer", consumer).execute();
        return open.createQuery("select last_id from event_cursor where consumer = :consumer")
                .bind("consumer", consumer)
                .mapTo(Long.class)
                .one();
    }

    static void move(Handle transaction, String consumer, long lastId) {
        transaction
                .createUpdate("update event_cursor set last_id = :lastId where consumer = :consumer")
                .bind("lastId", lastId)
                .bind("consumer", consumer)
                .execute();
    }
}
