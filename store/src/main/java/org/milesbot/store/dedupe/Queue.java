package org.milesbot.store.dedupe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.milesbot.api.Zones;
import org.milesbot.store.promo.Fingerprint;

/** What is to be settled: sightings that came, changed or went, and promos whose day has come. */
final class Queue {

    /** Promos that are open, as far as was settled, but would not be in the same state today. */
    private static final String DUE = """
            select promo.id, promo.kind, promo.program
            from promo
            where promo.state not in ('ended', 'withdrawn')
              and promo.settled_at is not null
              and (promo.state = 'announced' and promo.start_dt <= :today
                or promo.end_dt < :today and not promo.date_suspect
                or promo.end_dt = :today
                  and not promo.date_suspect
                  and promo.published_at < :morning
                  and not exists (
                    select
                    from promo_event event
                    where event.promo_id = promo.id
                      and event.kind = 'ending'
                      and event.detail = cast(promo.end_dt as text))
                or (promo.end_dt is null or promo.date_suspect)
                  and not exists (
                    select
                    from promo_fingerprint mine
                    join sighting using (fingerprint)
                    where mine.promo_id = promo.id
                      and sighting.published_at >= :spokenOf)
                or exists (
                    select
                    from promo_fingerprint mine
                    join sighting using (fingerprint)
                    where mine.promo_id = promo.id
                      and exists (select %s)))
            """.formatted(WitnessRows.GONE);

    private final Handle transaction;
    private final LocalDate today;

    Queue(Handle transaction, LocalDate today) {
        this.transaction = transaction;
        this.today = today;
    }

    /**
     * A fingerprint to be settled.
     *
     * @param block what kind and programme it is of
     * @param day when a sighting of it is or was published
     * @param why why it waits
     * @param isQuiet whether what comes of it is history
     */
    record Waiting(Block block, Fingerprint fingerprint, LocalDate day, Why why, boolean isQuiet) {}

    /** Why something waits. */
    enum Why {
        /** It was never settled. */
        NEW,
        /** It was settled, but sightings of it came, changed or went since. */
        CHANGED,
        /** Its promo's day has come. */
        DUE
    }

    /** The blocks that have something waiting, in order, with how much that is. */
    Map<Block, Integer> blocks() {
        Map<Block, Integer> blocks = new TreeMap<>();
        transaction
                .createQuery("select kind, program, count(*) as waiting from ("
                        + "select kind, program from unsettled union all select kind, program from ("
                        + DUE
                        + ") as due) as each group by kind, program")
                .bind("today", today)
                .bind("morning", today.atStartOfDay(Zones.SAO_PAULO).toInstant())
                .bind("spokenOf", spokenOf())
                .map((row, context) -> Map.entry(block(row), row.getInt("waiting")))
                .forEach(entry -> blocks.put(entry.getKey(), entry.getValue()));
        return blocks;
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(row.getString("kind"), row.getString("program"));
    }

    private Instant spokenOf() {
        return today.minusDays(Life.FADES_AFTER_DAYS)
                .atStartOfDay(Zones.SAO_PAULO)
                .toInstant();
    }

    /**
     * Keeps whoever adds sightings waiting until the transaction is over, so that none is taken off the queue that was not
     * looked at.
     */
    void close() {
        transaction.execute("lock table unsettled in exclusive mode");
    }

    /** Takes what waits in some blocks off the queue, with the promos of them that are due. */
    List<Waiting> take(Collection<Block> blocks) {
        List<Waiting> taken = of(blocks, transaction.createQuery("""
                        delete from unsettled
                        using unnest(:kinds, :programs) as chosen (kind, program)
                        where unsettled.kind = chosen.kind and unsettled.program = chosen.program
                        returning unsettled.kind, unsettled.program, fingerprint, day, quiet,
                            exists (
                                select
                                from promo
                                where promo.fingerprint = unsettled.fingerprint
                                  and promo.settled_at is null) as is_new
                        """))
                .map((row, context) ->
                        waiting(row, row.getBoolean("is_new") ? Why.NEW : Why.CHANGED, row.getBoolean("quiet")))
                .list();
        taken.addAll(due(blocks));
        return taken;
    }

    private static Query of(Collection<Block> blocks, Query query) {
        return query.bindArray(
                        "kinds", String.class, blocks.stream().map(Block::kind).toList())
                .bindArray(
                        "programs",
                        String.class,
                        blocks.stream().map(Block::program).toList());
    }

    private static Waiting waiting(ResultSet row, Why why, boolean isQuiet) throws SQLException {
        return new Waiting(
                block(row),
                Fingerprint.ofBytes(row.getBytes("fingerprint")),
                row.getObject("day", LocalDate.class),
                why,
                isQuiet);
    }

    private List<Waiting> due(Collection<Block> blocks) {
        return of(blocks, transaction.createQuery("with due as (" + DUE + """
                        )
                        select due.kind, due.program, mine.fingerprint,
                            cast(min(sighting.published_at) at time zone :zone as date) as day
                        from due
                        join unnest(:kinds, :programs) as chosen (kind, program) using (kind, program)
                        join promo_fingerprint mine on mine.promo_id = due.id
                        join sighting using (fingerprint)
                        group by due.kind, due.program, mine.fingerprint
                        """))
                .bind("today", today)
                .bind("morning", today.atStartOfDay(Zones.SAO_PAULO).toInstant())
                .bind("spokenOf", spokenOf())
                .bind("zone", Zones.SAO_PAULO.getId())
                .map((row, context) -> waiting(row, Why.DUE, true))
                .list();
    }
}
