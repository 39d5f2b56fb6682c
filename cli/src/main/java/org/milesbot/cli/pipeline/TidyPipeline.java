package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.milesbot.store.capture.CaptureRetention;
import org.milesbot.store.capture.CaptureRetention.Dropped;
import org.milesbot.store.db.Locks;
import org.milesbot.store.run.Runs;

/** Lets go of what is of no more use, so that a small disk does for years; under a lock that all processes share. */
public final class TidyPipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = "tidy";

    private final CaptureRetention captures;
    private final Runs runs;
    private final NotedRun run;
    private final Clock clock;

    /** A pipeline over what it works with. */
    public TidyPipeline(CaptureRetention captures, Runs runs, Locks locks, Clock clock) {
        this.captures = captures;
        this.runs = runs;
        this.clock = clock;
        run = new NotedRun(JOB, runs, locks, clock);
    }

    /**
     * What was let go of.
     *
     * @param runs rows of the table of runs
     */
    public record Tidied(Dropped captures, long runs) {

        /** By their names, for the table of runs and for JSON. */
        public Map<String, Long> counts() {
            return Map.of("answers", captures.answers(), "bodies", captures.bodies(), "runs", runs);
        }
    }

    /**
     * Tidies up.
     *
     * @param leastTime what is younger stays
     * @param mostBytes how much raw answers may take
     * @return what was let go of, or nothing if another process is at it
     */
    public Optional<Tidied> run(Duration leastTime, long mostBytes) {
        return run.of(() -> tidy(clock.instant().minus(leastTime), mostBytes), Tidied::counts);
    }

    private Tidied tidy(Instant since, long mostBytes) {
        return new Tidied(captures.drop(since, mostBytes), runs.thin(since));
    }
}
