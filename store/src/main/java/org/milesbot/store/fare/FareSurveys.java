package org.milesbot.store.fare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.milesbot.api.fare.AirportPair;
import org.milesbot.store.db.Database;

/** When providers are asked for what they offer, whoever wants it, and which routes they said they know. */
public final class FareSurveys {

    /** A survey costs many requests, so one that came to nothing is not made again at once. */
    private static final Duration AFTER_FAILURE = Duration.ofHours(6);

    private final Database database;

    public FareSurveys(Database database) {
        this.database = database;
    }

    /** Takes a survey that is due; false if it is not, or another process was faster. One who dies of it has had its turn. */
    public boolean take(String provider, FareSurvey survey, Instant now) {
        return database.with(open -> open.createUpdate("""
                                insert into fare_survey as kept (provider, what, next_at)
                                values (:provider, :what, :next)
                                on conflict (provider, what) do update
                                set next_at = excluded.next_at
                                where kept.next_at <= :now
                                """)
                        .bind("provider", provider)
                        .bind("what", survey.slug())
                        .bind("next", now.plus(survey.every()))
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** A survey that was taken came to nothing. */
    public void failed(String provider, FareSurvey survey, Instant now) {
        database.with(open -> open.createUpdate(
                        "update fare_survey set next_at = :next where provider = :provider and what = :what")
                .bind("next", now.plus(AFTER_FAILURE))
                .bind("provider", provider)
                .bind("what", survey.slug())
                .execute());
    }

    /** Keeps which routes a provider knows, in the place of what it said before; none if it may be asked for all. */
    public void covers(String provider, Collection<AirportPair> routes) {
        database.useTransaction(transaction -> {
            transaction.execute("delete from fare_coverage where provider = ?", provider);
            add(transaction, provider, List.copyOf(routes));
        });
    }

    private static void add(Handle transaction, String provider, List<AirportPair> routes) {
        List<String> origins = new ArrayList<>();
        List<String> dests = new ArrayList<>();
        for (AirportPair route : routes) {
            origins.add(route.origin());
            dests.add(route.destination());
        }
        transaction
                .createUpdate("""
                        insert into fare_coverage (provider, origin, dest)
                        select distinct :provider, origin, dest
                        from unnest(:origins, :dests) as told (origin, dest)
                        """)
                .bind("provider", provider)
                .bindArray("origins", String.class, origins)
                .bindArray("dests", String.class, dests)
                .execute();
    }

    /** Whether a provider may know anything of a question: it named a route between its airports, or never named any. */
    public boolean mayKnow(String provider, WantedQuery wanted) {
        return database.with(open -> open.createQuery("""
                        select not exists (select from fare_coverage where provider = :provider)
                            or exists (
                                select from fare_coverage
                                where provider = :provider and origin = any(:origins) and dest = any(:dests))
                        """)
                .bind("provider", provider)
                .bindArray("origins", String.class, wanted.origins())
                .bindArray("dests", String.class, wanted.destinations())
                .mapTo(Boolean.class)
                .one());
    }
}
