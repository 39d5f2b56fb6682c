package org.milesbot.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.milesbot.cli.jar.Running;

/**
 * All duties at once, as two {@code milesbot run} on two machines and as single commands, while blogs publish, people talk, and
 * everything is killed, cut off, filled up and put forward. When all is quiet again, what was published is there once, and
 * everybody was told once.
 */
public final class Chaos {

    static final String HERE = "run here";
    static final String THERE = "run there";
    static final String BOT = "bot";
    static final String SERVE = "serve";

    private static final List<List<String>> ERRANDS = List.of(
            List.of("scrape", "--due", "--quiet"),
            List.of("dedupe", "--quiet"),
            List.of("notify", "--quiet"),
            List.of("forecast", "--quiet"));
    private static final int PEOPLE = 60;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LOOKS_AN_HOUR = 12;

    private final Duration time;
    private final long seed;
    private final World world;
    private final Crew crew = new Crew();
    private final Talkers talkers;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private volatile boolean isOver;

    private Chaos(Duration time, long seed, World world) {
        this.time = time;
        this.seed = seed;
        this.world = world;
        talkers = new Talkers(world.telegram());
    }

    /** Arguments: for how many minutes there is mischief, 6 if none; the seed. Ends with 0 if all that has to hold does. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration time = Duration.ofMinutes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 6);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextInt(1_000_000);
        Path folder = Files.createTempDirectory("milesbot-chaos");
        boolean isGood;
        try (World world = World.open(folder, seed)) {
            isGood = new Chaos(time, seed, world).run();
        }
        Shell.run("rm", "-rf", folder.toString());
        System.exit(isGood ? 0 : 1);
    }

    private boolean run() throws InterruptedException {
        long begin = System.nanoTime();
        System.out.println("seed " + seed + ", " + time.toMinutes() + " minutes of mischief");
        world.inhabit(PEOPLE);
        Invariants invariants = new Invariants(world, talkers, PEOPLE);
        Mischief mischief = new Mischief(world, crew, seed);
        mischief.impossible().forEach(System.out::println);
        work();
        Random random = new Random(seed + 1);
        while (System.nanoTime() - begin < time.toNanos()) {
            pause(1_000 + random.nextInt(5_000));
            crew.revive();
            mischief.next();
        }
        boolean isQuiet = settle(invariants, mischief);
        List<String> unwilling = crew.stop();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.none(
                "all is done in the end",
                isQuiet ? List.of() : List.of(invariants.waiting().toString())));
        findings.add(Finding.none("whoever is asked to end does, within 30 s and well", unwilling));
        findings.add(Finding.none("no command ended by a fault of its own", crew.faults()));
        findings.addAll(invariants.check(mischief.blows()));
        System.out.println(
                world.publisher() + ", " + PEOPLE + " people, " + talkers.said() + " things asked of the bot");
        mischief.done().forEach((what, times) -> System.out.printf(Locale.ROOT, "  %3d  %s%n", times, what));
        System.out.println("processes that ended, and their exit codes: " + crew.ends());
        findings.forEach(System.out::println);
        boolean isGood = findings.stream().allMatch(Finding::isGood);
        System.out.printf(
                Locale.ROOT,
                "%s, after %d s%n",
                isGood ? "good" : "NOT GOOD",
                (System.nanoTime() - begin) / 1_000_000_000);
        return isGood;
    }

    /** The world goes on, and so do the timers. */
    private void work() {
        Random random = new Random(seed + 2);
        for (int i = 0; i < 3; i++) {
            world.publisher().publish(random);
        }
        crew.add(HERE, () -> world.here().start("run"));
        crew.add(THERE, () -> world.there().start("run"));
        crew.add(BOT, () -> world.here().start("bot"));
        crew.add(SERVE, () -> world.here().start("serve"));
        long pace = time.toMillis() / (Publisher.MOST + 2);
        again(() -> world.publisher().publish(random), pace);
        again(talkers::talk, pace);
        Thread timers = new Thread(this::errands, "timers");
        timers.setDaemon(true);
        timers.start();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It goes on until the end.
    private void again(Runnable work, long pace) {
        threads.scheduleWithFixedDelay(work, pace, pace, TimeUnit.MILLISECONDS);
    }

    private void errands() {
        while (!isOver) {
            for (List<String> words : ERRANDS) {
                Running running = world.here().start(words.toArray(String[]::new));
                crew.await(words.get(0), running);
            }
        }
    }

    /** Nothing happens any more, and nobody is hurt; those at work come to an end of it, by tomorrow at the latest. */
    private boolean settle(Invariants invariants, Mischief mischief) throws InterruptedException {
        mischief.end();
        world.behave();
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        long limit = System.nanoTime() + LONGEST.toNanos();
        for (int look = 0; !invariants.waiting().isEmpty() && System.nanoTime() < limit; look++) {
            if (look % LOOKS_AN_HOUR == 0) {
                mischief.anHourLater();
            }
            crew.revive();
            pause(5_000);
            System.err.println("still to be done: " + invariants.waiting());
        }
        isOver = true;
        return invariants.waiting().isEmpty();
    }

    static void pause(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
