package org.milesbot.store.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.milesbot.store.db.Database;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.score.Scores;

/**
 * Settles which sightings are of one campaign, what each campaign amounts to, and what happened to it. Only one may work at
 * a time, which the caller sees to by the lock {@value #LOCK}; sources may be asked meanwhile.
 */
public final class Dedupe {

    /** The job, and its lock. */
    public static final String LOCK = "dedupe";

    /** So many fingerprints are settled together: few statements for many, and nobody waits long for the queue. */
    private static final int PORTION = 1_000;

    private final Database database;
    private final Duration freshness;
    private final ScoreRule rule;

    /**
     * @param freshness what was told longer ago than this is history, of which nobody is told
     * @param rule how the scores are worked out that are kept with promos
     */
    public Dedupe(Database database, Duration freshness, ScoreRule rule) {
        this.database = database;
        this.freshness = freshness;
        this.rule = rule;
    }

    /**
     * Settles what came, changed or went since the last time, and what the day brought. What waits in some kinds and
     * programmes is a transaction: many if little waits in each. With nothing to do, nothing is written.
     *
     * @param now the present instant
     * @param isSeed whether all that is found is history
     * @param progress is told what each transaction did, once it has taken effect
     */
    public Settled settle(Instant now, boolean isSeed, Consumer<Settled> progress) {
        Map<Block, Integer> waiting = database.with(open -> new Queue(open, Life.day(now)).blocks());
        return each(
                portions(waiting),
                progress,
                blocks -> database.inTransaction(transaction ->
                        new Settlement(transaction, now, freshness, rule, isSeed).settleWaiting(blocks)));
    }

    /** Whether there is anything to settle. */
    public boolean hasWork(Instant now) {
        return !database.with(open -> new Queue(open, Life.day(now)).blocks()).isEmpty();
    }

    /** Blocks one after the other, as many together as fit; one that is too large is alone. */
    private static List<List<Block>> portions(Map<Block, Integer> waiting) {
        List<List<Block>> portions = new ArrayList<>();
        int size = PORTION;
        for (Map.Entry<Block, Integer> each : waiting.entrySet()) {
            if (size + each.getValue() > PORTION) {
                portions.add(new ArrayList<>());
                size = 0;
            }
            portions.get(portions.size() - 1).add(each.getKey());
            size += each.getValue();
        }
        return portions;
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
                        transaction -> new Settlement(transaction, now, freshness, rule, isSeed).settleAll(block)));
    }

    private <T> Settled each(List<T> portions, Consumer<Settled> progress, Function<T, Settled> work) {
        Settled all = Settled.NOTHING;
        for (T portion : portions) {
            Settled settled = work.apply(portion);
            progress.accept(settled);
            all = all.and(settled);
        }
        if (!portions.isEmpty()) {
            database.useTransaction(Scores::reconcile);
        }
        return all;
    }
}
