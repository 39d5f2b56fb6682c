package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
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
     * @param day when a sighting of it is or was published
     * @param why why it waits
     * @param isQuiet whether what comes of it is history
     */
    record Waiting(Fingerprint fingerprint, LocalDate day, Why why, boolean isQuiet) {}

    /** Why something waits. */
    enum Why {
        /** It was never settled. */
        NEW,
        /** It was settled, but sightings of it came, changed or went since. */
        CHANGED,
        /** Its promo's day has come. */
        DUE
    }

    /** The blocks that have something waiting. */
    Set<Block> blocks() {
        return transaction
                .createQuery("select distinct kind, program from unsettled union select kind, program from ("
                        + DUE
                        + ") as due")
                .bind("today", today)
                .bind("morning", today.atStartOfDay(Zones.SAO_PAULO).toInstant())
                .bind("spokenOf", spokenOf())
                .map((row, context) -> new Block(row.getString("kind"), row.getString("program")))
                .collect(Collectors.toCollection(TreeSet::new));
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

    /** Takes what waits in a block off the queue, with the promos of it that are due. */
    List<Waiting> take(Block block) {
        List<Waiting> taken = transaction
                .createQuery("""
                        delete from unsettled
                        where kind = :kind and program = :program
                        returning fingerprint, day, quiet,
                            exists (
                                select
                                from promo
                                where promo.fingerprint = unsettled.fingerprint
                                  and promo.settled_at is null) as is_new
                        """)
                .bind("kind", block.kind())
                .bind("program", block.program())
                .map((row, context) -> new Waiting(
                        Fingerprint.ofBytes(row.getBytes("fingerprint")),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("is_new") ? Why.NEW : Why.CHANGED,
                        row.getBoolean("quiet")))
                .list();
        taken.addAll(due(block));
        return taken;
    }

    private List<Waiting> due(Block block) {
        return transaction
                .createQuery("with due as (" + DUE + """
                        )
                        select mine.fingerprint, cast(min(sighting.published_at) at time zone :zone as date) as day
                        from due
                        join promo_fingerprint mine on mine.promo_id = due.id
                        join sighting using (fingerprint)
                        where due.kind = :kind and due.program = :program
                        group by mine.fingerprint
                        """)
                .bind("today", today)
                .bind("morning", today.atStartOfDay(Zones.SAO_PAULO).toInstant())
                .bind("spokenOf", spokenOf())
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("kind", block.kind())
                .bind("program", block.program())
                .map((row, context) -> new Waiting(
                        Fingerprint.ofBytes(row.getBytes("fingerprint")),
                        row.getObject("day", LocalDate.class),
                        Why.DUE,
                        true))
                .list();
    }
}
