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

    /** What all that are read may take, so that sites that send us to ever more servers do not fill a small heap. */
    static final int MOST_BYTES = 2 << 20;

    /** About what one takes besides its text. */
    private static final int OVERHEAD_BYTES = 200;

    private final Database database;

    public RobotsTexts(Database database) {
        this.database = database;
    }

    /**
     * Those that are younger than an instant, the shortest first, as long as all of them are no more than {@link #MOST_BYTES}: there is one
     * for each server that a site has sent us to.
     *
     * @param made what is made of a text, which is empty where there is none, and the instant it was fetched at
     */
    public <T> Map<URI, T> since(Instant since, BiFunction<Body, Instant, T> made) {
        return database.with(open -> open.createQuery("""
                        select address, said, fetched_at
                        from (
                            select address, said, fetched_at,
                                sum(octet_length(said) + octet_length(address) + :overhead)
                                    over (order by octet_length(said), address) as so_far
                            from robots
                            where fetched_at > :since) as recent
                        where so_far <= :most
                        """)
                .bind("since", since)
                .bind("overhead", OVERHEAD_BYTES)
                .bind("most", MOST_BYTES)
                .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                    Instant at =
                            row.getObject("fetched_at", OffsetDateTime.class).toInstant();
                    all.put(URI.create(row.getString("address")), made.apply(Body.of(row.getBytes("said")), at));
                    return all;
                }));
    }

    /** Lets go of those that were fetched at an instant or before. */
    public void dropUntil(Instant until) {
        database.with(open -> open.createUpdate("delete from robots where fetched_at <= :until")
                .bind("until", until)
                .execute());
    }

    /** Lets go of one. */
    public void drop(URI address) {
        database.with(open -> open.createUpdate("delete from robots where address = :address")
                .bind("address", address.toString())
                .execute());
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
