package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;

/**
 * Does the work of a job that only one process may be at, under the lock of its name, and leaves a row of how it went in the
 * table of runs.
 */
record NotedRun(String job, Runs runs, Locks locks, Clock clock) {

    /**
     * Does the work.
     *
     * @param counts what the row is to say of it
     * @return what came of it, or nothing if another process is at it
     */
    @SuppressWarnings("try") // The lock is held, and that is all there is to do with it.
    <T> Optional<T> of(Supplier<T> work, Function<T, Map<String, Long>> counts) {
        Optional<Held> lock = locks.tryAcquire(job);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (Held held = lock.get()) {
            return Optional.of(noted(work, counts));
        }
    }

    private <T> T noted(Supplier<T> work, Function<T, Map<String, Long>> counts) {
        long run = runs.begin(job, null, clock.instant());
        try {
            T done = work.get();
            runs.end(run, RunEnd.of(clock.instant(), RunOutcome.OK, counts.apply(done), 0, null));
            return done;
        } catch (MilesbotException e) {
            runs.end(run, RunEnd.of(clock.instant(), RunOutcome.FAILED, Map.of(), 0, e.getMessage()));
            throw e;
        }
    }
}
