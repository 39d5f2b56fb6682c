package org.milesbot.store.alert;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.milesbot.store.db.Database;

/** Keeps the budget in a row of the database. */
public final class TableBudget implements SendBudget {

    private static final String NAME = "telegram";

    private final Database database;
    private final Rate rate;

    /**
     * @param database a connection that nothing else waits for
     */
    public TableBudget(Database database, Rate rate) {
        this.database = database;
        this.rate = rate;
    }

    /** Waits for no disk: what a crash of the server undoes are turns that are over when it is back. */
    @Override
    public Turns reserve(int sends) {
        long first = database.with(open -> open.createQuery("""
                        insert into send_budget as kept (name, next_at)
                        select :name, clock_timestamp() + :taken * interval '1 microsecond'
                        from set_config('synchronous_commit', 'off', true)
                        on conflict (name) do update
                        set next_at = greatest(kept.next_at, clock_timestamp() - :late * interval '1 microsecond')
                            + :taken * interval '1 microsecond'
                        returning cast(
                            extract(epoch from next_at - clock_timestamp()) * 1000000 - :taken as bigint)
                        """)
                .bind("name", NAME)
                .bind("taken", rate.micros() * sends)
                .bind("late", rate.micros() * rate.lateness())
                .mapTo(Long.class)
                .one());
        return new Turns(Duration.of(first, ChronoUnit.MICROS), rate.step());
    }

    @Override
    public void hold(Duration pause) {
        database.with(open -> open.createUpdate("""
                        insert into send_budget as kept (name, next_at)
                        values (:name, clock_timestamp() + :pause * interval '1 microsecond')
                        on conflict (name) do update
                        set next_at = greatest(kept.next_at, excluded.next_at)
                        """)
                .bind("name", NAME)
                .bind("pause", pause.toNanos() / 1_000)
                .execute());
    }
}
