package org.milesbot.store.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.store.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timetable that the processes of one database share. Each piece of work is a row: its kind, which one of that kind, and
 * when it is due. One process at a time is at it; if that one dies, another takes over after the lease. A process does
 * the kinds of work that it was given, and leaves the others alone. For use by several threads.
 */
public final class SharedSchedule implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SharedSchedule.class);

    /** What is dead has missed so many of its signs of life: the fewest that db-scheduler takes. */
    private static final int MISSED = 4;

    /**
     * So many signs of life come in a lease: four are missed, the dead are looked for every two, and then one is left for being
     * taken up and one to spare.
     */
    private static final int SIGNS = 8;

    /** Somebody else may know what this process does not; rows that nobody wants are removed by whoever does them. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Scheduler scheduler;
    private final boolean hasWork;

    /**
     * How it goes about it.
     *
     * @param name of this process among the others
     * @param threads how many pieces of work it does at a time
     * @param poll how often it looks for what is due; more often where the lease is short
     * @param lease how long after a process died another is at what that one was at, at the latest, if it has a thread to spare;
     *     half of it without a sign of life is taken for death
     * @param patience how long what is being done has to end by itself when this is closed; then it is interrupted
     */
    public record Manner(String name, int threads, Duration poll, Duration lease, Duration patience) {}

    /** One kind of work. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does one piece of it.
         *
         * @return when it is due again, or null if it is not to be done any more
         * @throws InterruptedException if the process ends; it is due at once then, for another
         */
        @Nullable
        Instant run(String which) throws InterruptedException;
    }

    /**
     * A timetable that nothing is done by yet.
     *
     * @param pool a database over several connections
     * @param works the kinds of work that this process does, by their names
     * @throws org.milesbot.api.MilesbotException if there is no way to the database
     */
    public SharedSchedule(Database pool, Manner manner, Map<String, Work> works, Clock clock) {
        this.clock = clock;
        hasWork = !works.isEmpty();
        List<Task<?>> tasks = new ArrayList<>();
        works.forEach((kind, work) -> tasks.add(task(kind, work)));
        Duration sign = manner.lease().dividedBy(SIGNS);
        scheduler = Scheduler.create(pool.source(), tasks)
                .tableName("duty")
                .schedulerName(new SchedulerName.Fixed(manner.name()))
                .threads(manner.threads())
                .pollingInterval(sign.compareTo(manner.poll()) < 0 ? sign : manner.poll())
                .heartbeatInterval(sign)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(manner.patience())
                .deleteUnresolvedAfter(FOR_EVER)
                .failureLogging(LogLevel.OFF, false)
                .clock(clock::instant)
                .build();
    }

    private Task<?> task(String kind, Work work) {
        return Tasks.custom(kind, Void.class)
                .onDeadExecutionRevive()
                .onFailure(this::again)
                .execute((instance, context) -> then(done(kind, instance.getId(), work)));
    }

    private @Nullable Instant done(String kind, String which, Work work) {
        try {
            return work.run(which);
        } catch (InterruptedException e) {
            log.debug("{} {} is handed back", kind, which, e);
            return clock.instant();
        } catch (RuntimeException e) {
            log.error("{} {} failed and is tried again in a minute", kind, which, e);
            throw e;
        } finally {
            // Whoever was interrupted could not write down how it ended.
            Thread.interrupted();
        }
    }

    private static CompletionHandler<Void> then(@Nullable Instant next) {
        return (ended, row) -> {
            if (next == null) {
                row.remove();
            } else {
                row.reschedule(ended, next);
            }
        };
    }

    private void again(ExecutionComplete ended, ExecutionOperations<Void> row) {
        row.reschedule(ended, clock.instant().plus(AFTER_A_FAULT));
    }

    /** Begins to do what is due; one without any work looks for none. */
    public void start() {
        if (hasWork) {
            scheduler.start();
        }
    }

    /**
     * Sees to it that something is done, and no later than at a time. What is being done right now is left alone.
     *
     * @throws org.milesbot.api.MilesbotException of kind EXTERNAL if the database is away or does not take it
     */
    public void plan(String kind, String which, Instant at) {
        reporting(() -> planned(kind, which, at));
    }

    /**
     * Sees to it that something has its time, and leaves the one it has.
     *
     * @throws org.milesbot.api.MilesbotException of kind EXTERNAL if the database is away or does not take it
     */
    public void planIfMissing(String kind, String which, Instant at) {
        reporting(() -> scheduler.scheduleIfNotExists(new TaskInstance<>(kind, which), at));
    }

    private static void reporting(Runnable work) {
        try {
            work.run();
        } catch (SQLRuntimeException | TaskInstanceException e) {
            throw new MilesbotException(
                    ErrorKind.EXTERNAL, Text.of(SharedSchedule.class, "away", String.valueOf(e.getMessage())), e);
        }
    }

    private void planned(String kind, String which, Instant at) {
        TaskInstanceId id = TaskInstanceId.of(kind, which);
        Optional<ScheduledExecution<Object>> known = scheduler.getScheduledExecution(id);
        if (known.isEmpty()) {
            scheduler.scheduleIfNotExists(new TaskInstance<>(kind, which), at);
        } else if (!known.get().isPicked() && known.get().getExecutionTime().isAfter(at)) {
            bringForward(id, at);
        }
        if (!at.isAfter(clock.instant())) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private void bringForward(TaskInstanceId id, Instant at) {
        try {
            scheduler.reschedule(id, at);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            log.debug("somebody was quicker with {}", id, e);
        }
    }

    /** Takes up nothing new, lets what is being done end, and hands back what does not. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
