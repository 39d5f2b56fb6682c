package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.milesbot.store.db.Locks;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Settled;
import org.milesbot.store.event.Announcer;
import org.milesbot.store.run.Runs;

/**
 * Settles which sightings are of one campaign, under a lock that all processes share, leaves a row in the table of runs,
 * and makes known what is new.
 */
public final class DedupePipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = Dedupe.LOCK;

    private final Dedupe dedupe;
    private final Announcer announcer;
    private final NotedRun run;
    private final Clock clock;

    /** A pipeline over what it works with. */
    public DedupePipeline(Dedupe dedupe, Announcer announcer, Runs runs, Locks locks, Clock clock) {
        this.dedupe = dedupe;
        this.announcer = announcer;
        run = new NotedRun(JOB, runs, locks, clock);
        this.clock = clock;
    }

    /**
     * How it is to be done.
     *
     * @param isRebuild whether everything is settled anew
     * @param isSeed whether all that is found is history
     */
    public record Order(boolean isRebuild, boolean isSeed) {}

    /**
     * Settles what there is.
     *
     * @param progress is told what each step did
     * @return what was done, or nothing if another process is at it
     */
    public Optional<Settled> run(Order order, Consumer<Settled> progress) {
        return run.of(() -> settle(order, clock.instant(), progress), DedupePipeline::counts);
    }

    private Settled settle(Order order, Instant now, Consumer<Settled> progress) {
        Consumer<Settled> step = settled -> {
            announcer.announce(settled.created());
            progress.accept(settled);
        };
        return order.isRebuild() ? dedupe.rebuild(now, order.isSeed(), step) : dedupe.settle(now, order.isSeed(), step);
    }

    private static Map<String, Long> counts(Settled settled) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("sightings", settled.sightings());
        counts.put("promos", settled.promos());
        counts.put("changed", settled.changed());
        counts.put("merged", settled.merged());
        settled.events().forEach(event -> counts.merge(event.kind().slug(), 1L, Long::sum));
        return counts;
    }
}
