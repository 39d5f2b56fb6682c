package org.milesbot.store.capture;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.milesbot.store.db.Database;

/**
 * Lets go of raw answers, so that they do not fill the disk: what was read from them stays. In steps, so that nobody waits
 * for long, and broken off it has done the steps until then.
 */
public final class CaptureRetention {

    private static final int STEP = 500;

    private final Database database;

    public CaptureRetention(Database database) {
        this.database = database;
    }

    /**
     * What was let go of.
     *
     * @param answers of which nothing is left
     * @param bodies that were dropped from answers that stay
     */
    public record Dropped(long answers, long bodies) {}

    /**
     * Deletes answers of which no sighting speaks and that a newer one of the same address has followed, and drops the bodies
     * of those that were not seen for longest until the rest takes no more than it may.
     *
     * @param unseenSince answers that came after this stay
     * @param mostBytes how much the bodies may take as they are stored; the database's files get no smaller at once, but
     *     grow no further
     */
    public Dropped drop(Instant unseenSince, long mostBytes) {
        return new Dropped(deleteUnused(unseenSince), dropBodies(mostBytes));
    }

    private long deleteUnused(Instant unseenSince) {
        List<Long> unused = database.with(open -> open.createQuery("""
                        select id
                        from capture
                        where last_seen < :unseenSince
                          and not exists (select from sighting where sighting.capture_id = capture.id)
                          and exists (
                              select
                              from capture as newer
                              where newer.source = capture.source
                                and newer.requested_url = capture.requested_url
                                and (newer.last_seen, newer.id) > (capture.last_seen, capture.id))
                        order by id
                        """)
                .bind("unseenSince", unseenSince)
                .mapTo(Long.class)
                .list());
        // It may have come again, or be spoken of, since it was looked for.
        return inSteps(
                unused,
                (open, step) ->
                        open.createUpdate("""
                        delete from capture
                        where id = any(:ids)
                          and last_seen < :unseenSince
                          and not exists (select from sighting where sighting.capture_id = capture.id)
                        """).bind("unseenSince", unseenSince).bindArray("ids", Long.class, step));
    }

    private long dropBodies(long mostBytes) {
        List<Long> tooMany = database.with(open ->
                open.createQuery("""
                        select id
                        from (
                            select id, sum(pg_column_size(body)) over (order by last_seen desc, id desc) as held
                            from capture
                            where body is not null) newest
                        where held > :most
                        order by id
                        """).bind("most", mostBytes).mapTo(Long.class).list());
        return inSteps(
                tooMany,
                (open, step) -> open.createUpdate("update capture set body = null where id = any(:ids)")
                        .bindArray("ids", Long.class, step));
    }

    private interface Change {
        Update of(Handle open, List<Long> ids);
    }

    private long inSteps(List<Long> ids, Change change) {
        long changed = 0;
        for (int from = 0; from < ids.size(); from += STEP) {
            List<Long> step = ids.subList(from, Math.min(from + STEP, ids.size()));
            changed += database.with(open -> change.of(open, step).execute());
        }
        return changed;
    }
}
