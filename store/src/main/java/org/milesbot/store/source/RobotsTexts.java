package org.milesbot.store.source;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.milesbot.api.source.Body;
import org.milesbot.store.db.Database;

/** Keeps the robots.txt of sites, each by its address. */
public final class RobotsTexts {

    private final Database database;

    public RobotsTexts(Database database) {
        this.database = database;
    }

    /**
     * Those that are younger than an instant; older ones are let go of.
     *
     * @param made what is made of a text, which is empty where there is none, and the instant it was fetched at
     */
    public <T> Map<URI, T> since(Instant since, BiFunction<Body, Instant, T> made) {
        return database.inTransaction(transaction -> {
            transaction
                    .createUpdate("delete from robots where fetched_at <= :since")
                    .bind("since", since)
                    .execute();
            return transaction
                    .createQuery("select address, said, fetched_at from robots")
                    .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                        Instant at = row.getObject("fetched_at", OffsetDateTime.class)
                                .toInstant();
                        all.put(URI.create(row.getString("address")), made.apply(Body.of(row.getBytes("said")), at));
                        return all;
                    });
        });
    }

    /** Keeps one in the place of the one before. */
    public void put(URI address, Body said, Instant fetchedAt) {
        database.with(open -> open.createUpdate("""
                        insert into robots (address, said, fetched_at)
                        values (:address, :said, :fetchedAt)
                        on conflict (address) do update
                        set said = excluded.said, fetched_at = excluded.fetched_at
                        """)
                .bind("address", address.toString())
                .bind("said", said.toBytes())
                .bind("fetchedAt", fetchedAt)
                .execute());
    }
}
