package org.milesbot.cli.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Zones;
import org.milesbot.api.job.JobPhase;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.duty.Duty;
import org.milesbot.cli.duty.DutyFaults;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.cli.notify.NotifyPipeline.Report;
import org.milesbot.cli.pipeline.DedupePipeline;
import org.milesbot.cli.pipeline.DueErrands;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.Forecasting;
import org.milesbot.cli.pipeline.ScrapeListener;
import org.milesbot.cli.pipeline.ScrapePipeline;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.pipeline.SourceReport;
import org.milesbot.cli.pipeline.TidyPipeline;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.cli.plugin.Schedule;
import org.milesbot.store.alert.EventMatches;
import org.milesbot.store.alert.Outbox;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Settled;
import org.milesbot.store.run.Runs;
import org.milesbot.store.schedule.SharedSchedule;
import org.milesbot.store.schedule.SharedSchedule.Work;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.WatchRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The duties that have their times, done by the use cases of the commands of the same names and under the same locks.
 * Which process does what when is told by the timetable that all processes share; whether anything is due at all, by what was
 * done before, so that timers beside this do no harm.
 */
final class TimedDuties implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TimedDuties.class);

    /** After midnight, when the day before is over. */
    private static final Schedule NIGHTLY = Schedule.parse("15 0 * * *");

    /** When little else is done. */
    private static final Schedule BEFORE_DAWN = Schedule.parse("45 3 * * *");

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_JOBS = Duration.ofMinutes(5);
    private static final Duration IDLE_DEDUPE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_NOTIFIES = Duration.ofSeconds(5);
    private static final Duration SET_UP_WRONG = Duration.ofMinutes(10);
    private static final Duration HANDED_BACK = Duration.ofSeconds(5);
    private static final int MISSED = 20;
    private static final Duration UNKNOWN_SCHEDULE = Duration.ofHours(1);

    /** So many plug-ins at a time; each of them asks four sources at a time. */
    private static final int SCRAPES = 3;

    /** One for each of the other duties, and one more to notify: none of them waits for another. */
    private static final int OTHERS = 5;

    private static final String ONLY = "all";

    /** While one sends for an hour, the other matches what happens meanwhile. */
    private static final List<String> NOTIFIERS = List.of("one", "two");

    private final Settings settings;
    private final Clock clock;
    private final Household house;
    private final DutyFaults faults;
    private final Set<Duty> duties;
    private final SharedSchedule schedule;
    /** Apart, so that scrapes that take their time keep nobody from being told. */
    private final SharedSchedule scraping;

    private final Map<String, Integer> missing = new ConcurrentHashMap<>();
    private volatile Instant lastNotified = Instant.EPOCH;

    TimedDuties(Settings settings, Clock clock, Household house, DutyFaults faults, Set<Duty> duties) {
        this.settings = settings;
        this.clock = clock;
        this.house = house;
        this.faults = faults;
        this.duties = Set.copyOf(duties);
        Map<String, Work> works = works();
        Work scrape = works.remove(Duty.SCRAPE.slug());
        scraping = schedule(scrape == null ? Map.of() : Map.of(Duty.SCRAPE.slug(), scrape), SCRAPES);
        schedule = schedule(works, OTHERS);
    }

    private SharedSchedule schedule(Map<String, Work> works, int threads) {
        Duration lease = settings.sending().lease();
        return new SharedSchedule(
                house.pool(), new SharedSchedule.Manner(name(), threads, POLL, lease, PATIENCE), works, clock);
    }

    private static String name() {
        String host = "localhost";
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            log.debug("this machine does not know its name", e);
        }
        return host + " " + ProcessHandle.current().pid();
    }

    private Map<String, Work> works() {
        Map<Duty, Work> all = Map.of(
                Duty.SCRAPE, this::scrape,
                Duty.DEDUPE, which -> attempt(Duty.DEDUPE, this::dedupe),
                Duty.FORECAST, which -> attempt(Duty.FORECAST, this::forecast),
                Duty.NOTIFY, which -> attempt(Duty.NOTIFY, this::tell),
                Duty.TIDY, which -> attempt(Duty.TIDY, this::tidy));
        Map<String, Work> works = new HashMap<>();
        all.forEach((duty, work) -> {
            if (duties.contains(duty)) {
                works.put(duty.slug(), work);
            }
        });
        return works;
    }

    void start() {
        plan(true);
        scraping.start();
        schedule.start();
    }

    /**
     * Sees to it that all that there is to do has its time; again and again, since plug-ins come and other processes err.
     *
     * @param isFirst whether plug-ins may be others than at the last time; what they have to do is looked at now
     */
    void plan(boolean isFirst) {
        Instant now = clock.instant();
        if (duties.contains(Duty.SCRAPE)) {
            try (Plugins working = house.plugins().borrow()) {
                // No plug-in is asked for its times here: one that scrapes does not answer.
                working.enabled().forEach(plugin -> plan(plugin.id(), isFirst, now));
            }
        }
        if (duties.contains(Duty.DEDUPE)) {
            schedule.plan(Duty.DEDUPE.slug(), ONLY, now.plus(MINUTE));
        }
        if (duties.contains(Duty.FORECAST)) {
            schedule.plan(Duty.FORECAST.slug(), ONLY, due(NIGHTLY, ForecastPipeline.JOB, null, now));
        }
        if (duties.contains(Duty.TIDY)) {
            schedule.plan(Duty.TIDY.slug(), ONLY, due(BEFORE_DAWN, TidyPipeline.JOB, null, now));
        }
        if (duties.contains(Duty.NOTIFY)) {
            NOTIFIERS.forEach(one -> schedule.plan(Duty.NOTIFY.slug(), one, now.plus(BETWEEN_NOTIFIES)));
        }
    }

    private void plan(String plugin, boolean isFirst, Instant now) {
        if (isFirst) {
            scraping.plan(Duty.SCRAPE.slug(), plugin, now);
        } else {
            scraping.planIfMissing(Duty.SCRAPE.slug(), plugin, now);
        }
    }

    private Instant due(LoadedPlugin plugin, Instant now) {
        try {
            return due(plugin.schedule(), ScrapePipeline.JOB, plugin.id(), now);
        } catch (MilesbotException e) {
            // The scrape tells of a plug-in that does not say when it is due.
            log.debug("{} has no schedule", plugin.id(), e);
            return now.plus(UNKNOWN_SCHEDULE);
        }
    }

    private Instant due(Schedule times, String job, @Nullable String plugin, Instant now) {
        Instant last = new Runs(house.pool()).lastCounting(job, plugin).orElse(null);
        return times.isDue(last, now) ? now : times.next(now).orElse(now.plus(UNKNOWN_SCHEDULE));
    }

    /** Something that is done, and when it is to be done again. */
    private interface Attempt {
        Instant run();
    }

    private Instant attempt(Duty duty, Attempt work) throws InterruptedException {
        try {
            Instant next = work.run();
            faults.mended(duty);
            return next;
        } catch (MilesbotException e) {
            if (Thread.interrupted() || e.getCause() instanceof InterruptedException) {
                throw interrupted(e);
            }
            log.debug("{} failed", duty, e);
            faults.failed(duty, e);
            return clock.instant().plus(e.kind() == ErrorKind.CONFIGURATION ? SET_UP_WRONG : MINUTE);
        }
    }

    private static InterruptedException interrupted(MilesbotException cause) {
        InterruptedException interrupted = new InterruptedException("ended");
        interrupted.initCause(cause);
        return interrupted;
    }

    /** A plug-in that is not here may be elsewhere; if nobody takes it, it has gone, and null is returned. */
    private @Nullable Instant missing(String id) {
        int times = missing.merge(id, 1, Integer::sum);
        if (times < MISSED) {
            return clock.instant().plus(HANDED_BACK);
        }
        missing.remove(id);
        return null;
    }

    private @Nullable Instant scrape(String id) throws InterruptedException {
        try (Plugins working = house.plugins().borrow()) {
            Optional<LoadedPlugin> plugin = working.enabled().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            return plugin.isEmpty() ? missing(id) : attempt(Duty.SCRAPE, () -> scrape(plugin.get()));
        }
    }

    private Instant scrape(LoadedPlugin plugin) {
        boolean isWanted = isDue(plugin, clock.instant());
        boolean hasJobs = hasJobs(plugin);
        if (isWanted || hasJobs) {
            visit(plugin);
        }
        Instant now = clock.instant();
        Instant next = due(plugin, now);
        // A source may be due before the plug-in's next time, when nothing was due at its last one.
        return next.isAfter(now) ? next : now.plus(isWanted || !hasJobs ? MINUTE : BETWEEN_JOBS);
    }

    private void visit(LoadedPlugin plugin) {
        ScrapeOrder order = new ScrapeOrder(List.of(plugin.id()), null, true, false, false, new Network.Online());
        try (Wiring wiring = house.wiring()) {
            ScrapeReport report = wiring.scrape(order, new Unheard());
            complain(report.jobs());
            if (report.newPromos() > 0 && duties.contains(Duty.DEDUPE)) {
                schedule.plan(Duty.DEDUPE.slug(), ONLY, clock.instant());
            }
        }
    }

    private boolean isDue(LoadedPlugin plugin, Instant now) {
        SourceStates states = new SourceStates(house.pool(), WatchRules.UNTOLD);
        return !new DueErrands(new Runs(house.pool()), states.all(), now)
                .of(List.of(plugin))
                .isEmpty();
    }

    private static boolean hasJobs(LoadedPlugin plugin) {
        try {
            return plugin.jobs().stream().anyMatch(job -> job.phase() == JobPhase.SCRAPE);
        } catch (MilesbotException e) {
            log.debug("{} does not say what its jobs are", plugin.id(), e);
            return false;
        }
    }

    private Instant dedupe() {
        Instant now = clock.instant();
        Dedupe queue = new Dedupe(house.pool(), settings.watching().freshness(), settings.score());
        if (queue.hasWork(now) || isOld(DedupePipeline.JOB, IDLE_DEDUPE, now)) {
            try (Wiring wiring = house.wiring()) {
                Optional<Settled> settled = wiring.dedupe(new DedupePipeline.Order(false, false), step -> {});
                if (settled.isPresent()) {
                    complain(wiring.jobs(JobPhase.DEDUPE));
                }
                if (settled.filter(all -> !all.events().isEmpty()).isPresent() && duties.contains(Duty.NOTIFY)) {
                    schedule.plan(Duty.NOTIFY.slug(), NOTIFIERS.get(0), clock.instant());
                }
            }
        }
        return clock.instant().plus(MINUTE);
    }

    private boolean isOld(String job, Duration age, Instant now) {
        return new Runs(house.pool())
                .lastCounting(job, null)
                .filter(last -> last.plus(age).isAfter(now))
                .isEmpty();
    }

    private Instant forecast() {
        Instant now = clock.instant();
        if (!due(NIGHTLY, ForecastPipeline.JOB, null, now).isAfter(now)) {
            LocalDate yesterday = LocalDate.ofInstant(now, Zones.SAO_PAULO).minusDays(1);
            Forecasting.Order order = new Forecasting.Order(yesterday, null, Set.of());
            try (Wiring wiring = house.wiring()) {
                if (wiring.forecasts().run(order, step -> {}).isPresent()) {
                    complain(wiring.jobs(JobPhase.FORECAST));
                }
            }
        }
        return NIGHTLY.next(clock.instant()).orElseThrow();
    }

    private Instant tidy() {
        Instant now = clock.instant();
        if (!due(BEFORE_DAWN, TidyPipeline.JOB, null, now).isAfter(now)) {
            try (Wiring wiring = house.wiring()) {
                wiring.databaseCare().tidy(settings.keeping());
            }
        }
        return BEFORE_DAWN.next(clock.instant()).orElseThrow();
    }

    private Instant tell() {
        Instant now = clock.instant();
        Outbox outbox = new Outbox(house.pool(), settings.sending().lease());
        boolean isWanted = new EventMatches(house.pool(), settings.score()).isBehind()
                || outbox.isDue(lastNotified, now)
                || lastNotified.plus(MINUTE).isBefore(now);
        if (isWanted) {
            lastNotified = now;
            try (Wiring wiring = house.wiring()) {
                Report report = wiring.notifications(parts -> parts.send(event -> {}));
                complain(report.jobs());
            }
        }
        return clock.instant().plus(BETWEEN_NOTIFIES);
    }

    private static void complain(JobsReport jobs) {
        jobs.failures().forEach(failure -> log.warn("a job of a plug-in failed: {}", failure));
    }

    /** How a scrape went stands in the table of runs, and what failed is told by notices. */
    private static final class Unheard implements ScrapeListener {

        @Override
        public void begins(int sources) {
            log.debug("{} sources are visited", sources);
        }

        @Override
        public void leftOut(String plugin) {
            log.debug("{} is left out: another process is at it", plugin);
        }

        @Override
        public void done(SourceReport report) {
            log.debug("{} {}", report.source(), report.outcome());
        }
    }

    @Override
    public void close() {
        Thread other = new Thread(scraping::close, "end");
        other.start();
        schedule.close();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
