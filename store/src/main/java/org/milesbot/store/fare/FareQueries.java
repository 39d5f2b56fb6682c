package org.milesbot.store.fare;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.milesbot.store.db.Database;

/**
 * What providers were asked, so that each question is asked once in a while by one of all processes. Whoever asks has a
 * lease; one who dies meanwhile is succeeded when it is over.
 */
public final class FareQueries {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 4;
    private static final int KEPT_DAYS = 30;

    /** Whether a question is answered, or being asked: itself, or the same for all cabins. */
    private static final String KNOWN = """
            exists (
                select from fare_query known
                where known.provider = :provider
                  and known.origins = wanted.origins
                  and known.dests = wanted.dests
                  and known.month = wanted.month
                  and known.passengers = wanted.passengers
                  and known.cabin in (wanted.cabin, '')
                  and (known.expires_at > :now and (known.cabin = wanted.cabin or known.outcome <> 'failed')
                    or known.lease_until > :now))
            """;

    private static final String WANTED = """
            with wanted as (
                select place, origins, dests, cast(month as date) as month, cabin, passengers, people
                from unnest(:places, :origins, :dests, :months, :cabins, :passengers, :people)
                    as wanted (place, origins, dests, month, cabin, passengers, people))
            """;

    private final Database database;
    private final Duration lease;

    /**
     * @param lease how long a process has to say how asking ended
     */
    public FareQueries(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** A question that this process is to ask. */
    public record Asking(String provider, WantedQuery wanted, Instant askedAt) {}

    /** Those of some questions that nobody has a fresh answer to and nobody is asking, in the same order. */
    public List<WantedQuery> due(String provider, List<WantedQuery> wanted, Instant now) {
        return database
                .with(open -> bind(
                                open.createQuery(
                                        WANTED + "select place from wanted where not " + KNOWN + "order by place"),
                                wanted)
                        .bind("provider", provider)
                        .bind("now", micros(now))
                        .mapTo(Integer.class)
                        .list())
                .stream()
                .map(wanted::get)
                .toList();
    }

    /**
     * Takes those of some questions that are due, so that no other process asks them too.
     *
     * @return what this process is to ask now, and to say of how that ended
     */
    public List<Asking> take(String provider, List<WantedQuery> wanted, Instant now) {
        Instant asked = micros(now);
        return database
                .inTransaction(transaction -> bind(transaction.createQuery(WANTED + """
                                        , taken as (
                                            insert into fare_query as kept (
                                                provider, origins, dests, month, cabin, passengers, people, asked_at,
                                                lease_until, expires_at)
                                            select :provider, origins, dests, month, cabin, passengers, people, :now, :lease, :now
                                            from wanted
                                            where not
                                        """ + KNOWN + """
                                            order by origins, dests, month, cabin, passengers
                                            on conflict (provider, origins, dests, month, cabin, passengers) do update
                                            set people = excluded.people, asked_at = excluded.asked_at,
                                                lease_until = excluded.lease_until
                                            where kept.expires_at <= :now
                                              and (kept.lease_until is null or kept.lease_until <= :now)
                                            returning origins, dests, month, cabin, passengers)
                                        select place
                                        from wanted
                                        join taken using (origins, dests, month, cabin, passengers)
                                        order by place
                                        """), wanted)
                        .bind("provider", provider)
                        .bind("now", asked)
                        .bind("lease", asked.plus(lease))
                        .mapTo(Integer.class)
                        .list())
                .stream()
                .map(place -> new Asking(provider, wanted.get(place), asked))
                .toList();
    }

    /**
     * Keeps how asking ended. An answer is good for as long as {@link WantedQuery#timeToLive} says; after a failure it is
     * asked again after a quarter of an hour, then after twice as long, and so on. A process whose lease was over and whose
     * question was taken by another one changes nothing.
     *
     * @param fares how many fares came of it
     */
    public void ended(Asking asking, FareOutcome outcome, int fares, Instant now) {
        database.with(open -> bind(open.createUpdate(WANTED + """
                                update fare_query kept
                                set outcome = :outcome, fares = :fares, lease_until = null,
                                    failures = case when :outcome = 'failed' then least(kept.failures + 1, 1000) else 0 end,
                                    expires_at = case
                                        when :outcome = 'failed'
                                            then cast(:now as timestamptz)
                                                + :pause * power(2, least(kept.failures, :doublings)) * interval '1 second'
                                        else :freshUntil
                                    end
                                from wanted
                                where kept.provider = :provider
                                  and (kept.origins, kept.dests, kept.month, kept.cabin, kept.passengers)
                                    = (wanted.origins, wanted.dests, wanted.month, wanted.cabin, wanted.passengers)
                                  and kept.asked_at = :askedAt
                                """), List.of(asking.wanted()))
                .bind("provider", asking.provider())
                .bind("askedAt", asking.askedAt())
                .bind("outcome", outcome.slug())
                .bind("fares", fares)
                .bind("now", micros(now))
                .bind("pause", FIRST_PAUSE.toSeconds())
                .bind("doublings", MOST_DOUBLINGS)
                .bind("freshUntil", micros(now).plus(asking.wanted().timeToLive()))
                .execute());
    }

    /** Forgets what was asked long ago, and returns how many questions that were. */
    public int forget(Instant now) {
        return database.with(open -> open.createUpdate("delete from fare_query where expires_at < :before")
                .bind("before", now.minus(KEPT_DAYS, ChronoUnit.DAYS))
                .execute());
    }

    /** As exactly as the database keeps it. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<WantedQuery> wanted) {
        return statement
                .bindArray(
                        "places",
                        Integer.class,
                        IntStream.range(0, wanted.size()).boxed().toList())
                .bindArray(
                        "origins",
                        String.class,
                        wanted.stream()
                                .map(each -> String.join(",", each.origins()))
                                .toList())
                .bindArray(
                        "dests",
                        String.class,
                        wanted.stream()
                                .map(each -> String.join(",", each.destinations()))
                                .toList())
                .bindArray(
                        "months",
                        String.class,
                        wanted.stream()
                                .map(each -> each.month().atDay(1).toString())
                                .toList())
                .bindArray(
                        "cabins",
                        String.class,
                        wanted.stream()
                                .map(each ->
                                        each.cabin() == null ? "" : each.cabin().value())
                                .toList())
                .bindArray(
                        "passengers",
                        Integer.class,
                        wanted.stream().map(WantedQuery::passengers).toList())
                .bindArray(
                        "people",
                        Integer.class,
                        wanted.stream().map(WantedQuery::people).toList());
    }
}
