package org.milesbot.cli.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.bot.Bot;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.duty.Duty;
import org.milesbot.cli.duty.DutyFaults;
import org.milesbot.cli.duty.LastingDuty;
import org.milesbot.cli.duty.Stopping;
import org.milesbot.cli.duty.Systemd;
import org.milesbot.cli.duty.Told;
import org.milesbot.scrapers.fetch.JobPing;
import org.milesbot.store.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does duties in one process until it is ended. A duty that fails keeps no other from its work. The process ends by itself if
 * none is left that can work, or if the database is away for so long that somebody should start both anew.
 */
public final class Daemon {

    private static final Logger log = LoggerFactory.getLogger(Daemon.class);

    private static final Duration PLANNED_EVERY = Duration.ofMinutes(1);
    private static final Duration PINGED_EVERY = Duration.ofMinutes(5);
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(5);

    private final Settings settings;
    private final Clock clock;
    private final Set<Duty> duties;
    private final Told told;
    private final Systemd systemd;
    private final DutyFaults faults;
    private final List<LastingDuty> lasting = new ArrayList<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private @Nullable TimedDuties timed;
    private @Nullable Database watching;
    private long planned = System.nanoTime();
    private long seen = planned;
    private long greeted = planned;
    private long pinged = planned - PINGED_EVERY.toNanos();
    private boolean isAway;
    private boolean isAnew;

    /**
     * @param environment what systemd says of itself
     */
    public Daemon(Settings settings, Clock clock, Set<Duty> duties, Told told, Map<String, String> environment) {
        this.settings = settings;
        this.clock = clock;
        this.duties = EnumSet.copyOf(duties);
        this.told = told;
        systemd = Systemd.of(environment);
        faults = new DutyFaults(told);
    }

    /** Asks it to end, from any thread. */
    public void end() {
        ending.countDown();
    }

    /**
     * Does the duties until it is asked to end.
     *
     * @throws MilesbotException of kind CONFIGURATION if no duty can be done, EXTERNAL if the database is away for minutes
     */
    public void run() throws InterruptedException {
        try (Household house = new Household(settings, clock)) {
            try {
                begin(house);
                systemd.ready();
                beat(house);
            } finally {
                systemd.stopping();
                finish();
                letGo();
            }
        }
    }

    private void begin(Household house) {
        // Before anybody else connects: what they lose, this loses too.
        watch(house);
        Set<Duty> inTime = EnumSet.copyOf(duties);
        inTime.removeAll(EnumSet.of(Duty.BOT, Duty.SERVE));
        if (inTime.contains(Duty.NOTIFY) && !canSend()) {
            inTime.remove(Duty.NOTIFY);
        }
        if (!inTime.isEmpty()) {
            timed = new TimedDuties(settings, clock, house, faults, inTime);
            timed.start();
        }
        if (duties.contains(Duty.BOT)) {
            lasting.add(new LastingDuty(Duty.BOT, stopping -> listen(house, stopping), faults));
        }
        if (duties.contains(Duty.SERVE)) {
            lasting.add(new LastingDuty(Duty.SERVE, stopping -> answer(house, stopping), faults));
        }
        lasting.forEach(LastingDuty::start);
    }

    /** What cannot be done here is left to others; it is not taken from the timetable to fail. */
    private boolean canSend() {
        try {
            new TelegramParts(settings).telegram();
            return true;
        } catch (MilesbotException e) {
            faults.failed(Duty.NOTIFY, e);
            return false;
        }
    }

    private void listen(Household house, Stopping stopping) throws InterruptedException {
        try (Database database = house.another()) {
            new Bots(settings, clock, database, house.plugins()).run(new Bots.Work() {
                @Override
                public void waits() {
                    told.say(Text.of(Daemon.class, "bot.waits"));
                }

                @Override
                public void with(Bot bot) throws InterruptedException {
                    stopping.by(bot::close);
                    faults.mended(Duty.BOT);
                    told.say(Text.of(Daemon.class, "bot.listens"));
                    bot.run();
                }
            });
        }
    }

    private void answer(Household house, Stopping stopping) throws InterruptedException {
        Monitoring monitoring = new Monitoring(settings, clock, house::another, faults::reasons);
        try (Database database = house.another()) {
            new Website(settings, settings.web(), clock, database, monitoring, house.plugins()).run(address -> {
                faults.mended(Duty.SERVE);
                told.say(Text.of(Daemon.class, "serve.listens", address));
                stopping.await();
            });
        }
    }

    private void beat(Household house) throws InterruptedException {
        while (!ending.await(PluginRenewal.PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
            isAnew |= PluginRenewal.look(house.plugins(), told);
            look(house);
            greet();
            if (timed == null && lasting.stream().allMatch(LastingDuty::isOff)) {
                throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(Daemon.class, "nothing.left"));
            }
        }
    }

    /**
     * Whether the database is there, and what is to be done besides while it is. By a connection that lasts: when that one
     * is lost, so are those of the bot, which begins anew.
     */
    private void look(Household house) {
        long now = System.nanoTime();
        try {
            watch(house);
            seen = now;
            if (isAnew || now - planned > PLANNED_EVERY.toNanos()) {
                everyMinute(house);
                planned = now;
                isAnew = false;
            }
        } catch (MilesbotException e) {
            letGo();
            if (!isAway) {
                isAway = true;
                told.complain(Text.of(Daemon.class, "database.away", e.text()));
            }
            if (now - seen > LONGEST_AWAY.toNanos()) {
                throw e;
            }
        }
    }

    private void watch(Household house) {
        Database watch = watching == null ? house.another() : watching;
        watching = watch;
        log.debug("PostgreSQL {} is there", watch.serverVersion());
        if (isAway) {
            isAway = false;
            told.say(Text.of(Daemon.class, "database.back"));
            lasting.forEach(LastingDuty::again);
        }
    }

    private void letGo() {
        if (watching != null) {
            watching.close();
            watching = null;
        }
    }

    private void everyMinute(Household house) {
        if (timed != null) {
            timed.plan(isAnew);
        }
        Path figures = settings.watching().metricsFile();
        if (figures != null) {
            try {
                new Monitoring(settings, clock, house::another).write(figures);
            } catch (IOException e) {
                log.warn("the figures for monitoring could not be written", e);
            }
        }
        if (settings.watching().pingUrl() != null && System.nanoTime() - pinged > PINGED_EVERY.toNanos()) {
            pinged = System.nanoTime();
            ping(house);
        }
    }

    /** Tells a dead man's switch that the process lives, and whether it does what it should. */
    private void ping(Household house) {
        List<String> failing = faults.reasons().stream()
                .map(reason -> reason.text().toString())
                .toList();
        try (Wiring wiring = house.wiring();
                JobPing ping = wiring.ping(null)) {
            if (failing.isEmpty()) {
                ping.success("run");
            } else {
                ping.fail(String.join("\n", failing));
            }
        }
    }

    private void greet() {
        long now = System.nanoTime();
        systemd.interval()
                .filter(interval -> now - greeted > interval.toNanos())
                .ifPresent(interval -> {
                    greeted = now;
                    systemd.alive();
                });
    }

    /** All at once: each may need some of the ten seconds that there are. */
    private void finish() {
        List<Thread> endings = new ArrayList<>();
        lasting.forEach(duty -> endings.add(new Thread(duty::close, "end")));
        TimedDuties times = timed;
        if (times != null) {
            endings.add(new Thread(times::close, "end"));
        }
        endings.forEach(Thread::start);
        for (Thread each : endings) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
