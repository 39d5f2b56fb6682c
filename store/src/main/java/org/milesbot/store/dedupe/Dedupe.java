package org.milesbot.store.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.milesbot.store.db.Database;
import org.milesbot.store.score.Scores;

/**
 * Settles which sightings are of one campaign, what each campaign amounts to, and what happened to it. Only one may work at
 * a time, which the caller sees to by the lock {@value #LOCK}; sources may be asked meanwhile.
 */
public final class Dedupe {

    /** The job, and its lock. */
    public static final String LOCK = "dedupe";

    private final Database database;
    private final Duration freshness;

    /**
     * @param freshness what was told longer ago than this is history, of which nobody is told
     */
    public Dedupe(Database database, Duration freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    /**
     * Settles what came, changed or went since the last time, and what the day brought. Each kind and programme is a
     * transaction of its own. With nothing to do, nothing is written.
     *
     * @param now the present instant
     * @param isSeed whether all that is found is history
     * @param progress is told what each transaction did, once it has taken effect
     */
    public Settled settle(Instant now, boolean isSeed, Consumer<Settled> progress) {
        List<Block> blocks = database.with(open -> List.copyOf(new Queue(open, Life.day(now)).blocks()));
        return each(
                blocks,
                progress,
                block -> database.inTransaction(
                        transaction -> new Settlement(transaction, block, now, freshness, isSeed).settleWaiting()));
    }

    /** Settles everything anew from the sightings; promos keep their ids, and events that were written stay. */
    public Settled rebuild(Instant now, boolean isSeed, Consumer<Settled> progress) {
        List<Block> blocks = database.with(open -> open.createQuery("""
                        select kind, program from sighting
                        union
                        select kind, program from promo
                        union
                        select kind, program from unsettled
                        order by kind, program
                        """)
                .map((row, context) -> new Block(row.getString("kind"), row.getString("program")))
                .list());
        return each(
                blocks,
                progress,
                block -> database.inTransaction(
                        transaction -> new Settlement(transaction, block, now, freshness, isSeed).settleAll()));
    }

    private interface Work {
        Settled on(Block block);
    }

    private Settled each(List<Block> blocks, Consumer<Settled> progress, Work work) {
        Settled all = Settled.NOTHING;
        for (Block block : blocks) {
            Settled settled = work.on(block);
            progress.accept(settled);
            all = all.and(settled);
        }
        if (!blocks.isEmpty()) {
            database.useTransaction(Scores::reconcile);
        }
        return all;
    }
}
