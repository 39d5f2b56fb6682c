package org.milesbot.cli.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.store.alert.EventMatch;
import org.milesbot.store.alert.EventMatches;
import org.milesbot.store.alert.OperatorAlerts;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;

/**
 * From what happened to messages: matches it with people, under a lock that all processes share, then sends what waits,
 * which several may do at once. Leaves a row in the table of runs.
 */
public final class NotifyPipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = "notify";

    private final Kept kept;
    private final Deliveries deliveries;
    private final Manner manner;
    private final Supplier<JobsReport> jobs;
    private final Clock clock;

    /** What it works on. */
    public record Kept(EventMatches matches, OperatorAlerts operator, Runs runs, Locks locks) {}

    /**
     * How it is done.
     *
     * @param welcome of how many open promos someone who is new is told, at most
     * @param operatorChat where the operator is told how milesbot does, or null
     * @param operatorLanguage the language that they are told it in, {@code pt} or {@code en}
     */
    public record Manner(int welcome, @Nullable Long operatorChat, String operatorLanguage) {}

    /** Sends what waits. */
    public interface Deliveries {

        /**
         * Sends until nothing is left whose turn comes soon, and counts it as it goes.
         *
         * @throws MilesbotException of kind CONFIGURATION if nobody lets us in, EXTERNAL if there is no way to anybody
         */
        void run(DeliveryReport report) throws InterruptedException;
    }

    /**
     * @param jobs runs what plug-ins do after this
     */
    public NotifyPipeline(Kept kept, Deliveries deliveries, Manner manner, Supplier<JobsReport> jobs, Clock clock) {
        this.kept = kept;
        this.deliveries = deliveries;
        this.manner = manner;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param isMatched whether events were matched, or another process was at it
     * @param events how many events
     * @param newcomers how many people were new
     * @param alerts how many alerts came of events
     * @param delivery what became of alerts
     * @param jobs what plug-ins did
     */
    public record Report(
            boolean isMatched, int events, int newcomers, long alerts, DeliveryReport delivery, JobsReport jobs) {

        /** The numbers by their names. */
        public Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            counts.put("events", (long) events);
            counts.put("newcomers", (long) newcomers);
            counts.put("alerts", alerts);
            counts.put("notes", (long) jobs.notes());
            counts.put("sent", delivery.sent());
            counts.put("messages", delivery.messages());
            counts.put("later", delivery.later());
            counts.put("expired", delivery.expired());
            counts.put("dead", delivery.dead());
            counts.put("slowed_down", delivery.slowDowns());
            return counts;
        }
    }

    /**
     * Matches and sends.
     *
     * @param progress is told what came of each event
     * @throws MilesbotException of kind CONFIGURATION or EXTERNAL if nobody can be reached; what was matched waits in the
     *     outbox then
     */
    public Report run(Consumer<EventMatch> progress) {
        Instant now = clock.instant();
        long run = kept.runs().begin(JOB, null, now);
        DeliveryReport delivery = new DeliveryReport();
        try {
            Report report = work(progress, delivery);
            kept.runs().end(run, RunEnd.of(clock.instant(), RunOutcome.OK, report.counts(), 0, null));
            return report;
        } catch (MilesbotException e) {
            Map<String, Long> counts = new Report(false, 0, 0, 0, delivery, JobsReport.NONE).counts();
            kept.runs().end(run, RunEnd.of(clock.instant(), RunOutcome.FAILED, counts, 0, e.getMessage()));
            throw e;
        }
    }

    private Report work(Consumer<EventMatch> progress, DeliveryReport delivery) {
        Matched matched = matchAlone(progress);
        JobsReport done;
        try {
            deliveries.run(delivery);
            // Alerts do not wait for plug-ins, which may take their time.
            done = jobs.get();
            if (done.notes() > 0) {
                deliveries.run(delivery);
            }
            if (tellTheOperator(delivery) > 0) {
                deliveries.run(delivery);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MilesbotException(ErrorKind.INTERNAL, Text.of(NotifyPipeline.class, "notify.interrupted"), e);
        }
        return new Report(matched.isDone, matched.events, matched.newcomers, matched.alerts, delivery, done);
    }

    /** What was matched. */
    public record Matched(boolean isDone, int events, int newcomers, long alerts) {}

    @SuppressWarnings("try") // The lock is held, and that is all there is to do with it.
    private Matched matchAlone(Consumer<EventMatch> progress) {
        Optional<Held> lock = kept.locks().tryAcquire(EventMatches.LOCK);
        if (lock.isEmpty()) {
            return new Matched(false, 0, 0, 0);
        }
        try (Held held = lock.get()) {
            return match(progress);
        }
    }

    /**
     * Matches all that happened and was not matched yet, and sends nothing; for whoever holds the lock, or takes it all back.
     */
    public Matched match(Consumer<EventMatch> progress) {
        int events = 0;
        long alerts = 0;
        Optional<EventMatch> next = kept.matches().next(clock.instant());
        while (next.isPresent()) {
            progress.accept(next.get());
            events++;
            alerts += next.get().alerts();
            next = kept.matches().next(clock.instant());
        }
        int newcomers = kept.matches().welcome(manner.welcome(), clock.instant());
        if (manner.operatorChat() != null) {
            kept.operator().address(manner.operatorChat(), manner.operatorLanguage(), clock.instant());
            kept.operator().tellOfSources(clock.instant());
        }
        return new Matched(true, events, newcomers, alerts);
    }

    private int tellTheOperator(DeliveryReport delivery) {
        if (manner.operatorChat() == null) {
            return 0;
        }
        int slow = delivery.slowDowns() == 0
                ? 0
                : kept.operator().tellOfSlowDowns(delivery.slowDowns(), delivery.longestPause(), clock.instant());
        return slow + kept.operator().tellOfDeadLetters(clock.instant());
    }
}
