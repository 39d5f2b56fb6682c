package org.milesbot.store.alert;

import org.milesbot.store.db.Database;

/**
 * What is in the outbox.
 *
 * @param due to be sent, or on its way
 * @param held waiting for a digest or the end of quiet hours
 * @param dead given up
 */
public record OutboxCounts(long due, long held, long dead) {

    /** Counts now. What has been sent is not looked at. */
    public static OutboxCounts of(Database database) {
        return database.with(open -> open.createQuery("""
                        select
                            (select count(*) from alert where state in ('due', 'failed'))
                                + (select count(*) from alert where state = 'claimed') as due,
                            (select count(*) from alert where state = 'held') as held,
                            (select count(*) from alert where state = 'dead') as dead
                        """)
                .map((row, context) -> new OutboxCounts(row.getLong("due"), row.getLong("held"), row.getLong("dead")))
                .one());
    }
}
