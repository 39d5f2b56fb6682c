package org.milesbot.cli.chaos;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.milesbot.api.Zones;
import org.milesbot.cli.jar.Running;

/** What is done to those at work: each kind as often as the others, in an order that the seed gives. */
final class Mischief {

    /** Two in each run, and one by itself. */
    private static final int EVERYBODY = 5 * Blow.UNKEPT;

    private static final int A_NODE = 2 * Blow.UNKEPT;
    private static final List<String> COMMANDS = List.of("scrape", "dedupe", "forecast", "notify");

    private interface Deed {
        void run() throws InterruptedException;
    }

    private final World world;
    private final Crew crew;
    private final Random random;
    private final Clock clock = Clock.system(Zones.SAO_PAULO);
    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final List<String> impossible = new ArrayList<>();
    private final List<String> deck = new ArrayList<>();
    private final List<Blow> blows = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> done = new TreeMap<>();
    private int hoursAhead;

    Mischief(World world, Crew crew, long seed) {
        this.world = world;
        this.crew = crew;
        random = new Random(seed);
        for (String post : List.of(Chaos.HERE, Chaos.THERE, Chaos.BOT, Chaos.SERVE)) {
            deeds.put("SIGKILL of " + post, () -> struck("SIGKILL", A_NODE, () -> crew.kill(post)));
        }
        COMMANDS.forEach(command -> deeds.put("SIGKILL of " + command, () -> begunAndKilled(command)));
        deeds.put("a node held up for 15 s", () -> heldUp(15_000));
        deeds.put("PostgreSQL restarted", () -> struck("PostgreSQL going down", EVERYBODY, world.postgres()::restart));
        deeds.put("SIGKILL of PostgreSQL", () -> struck("PostgreSQL going down", EVERYBODY, world.postgres()::kill));
        deeds.put("Redis restarted", world::restartRedis);
        world.elsewhere()
                .ifPresentOrElse(
                        other -> {
                            deeds.put("network cut for 3 s", () -> cut(other, 3_000));
                            deeds.put("network cut for 25 s", () -> cut(other, 25_000));
                        },
                        () -> impossible.add("no network is cut: that needs root and network namespaces (ip netns)"));
        world.clock()
                .ifPresentOrElse(
                        jumping -> deeds.put("the clock jumps by an hour", () -> jump(jumping)),
                        () -> impossible.add("no clock jumps: that needs libfaketime (apt-get install faketime)"));
        if (world.disks().isEmpty()) {
            impossible.add("no disk fills up: that needs root, who may mount a tmpfs");
        } else {
            deeds.put("disks full for 5 s", this::fill);
        }
    }

    /** What cannot be done here, a sentence each. */
    List<String> impossible() {
        return impossible;
    }

    /** Does the next. */
    void next() throws InterruptedException {
        if (deck.isEmpty()) {
            deck.addAll(deeds.keySet());
            Collections.shuffle(deck, random);
        }
        String name = deck.remove(0);
        System.err.println(clock.instant() + " " + name);
        Objects.requireNonNull(deeds.get(name), name).run();
        done.merge(name, 1, Integer::sum);
    }

    private void struck(String what, int inFlight, Deed deed) throws InterruptedException {
        Instant from = clock.instant();
        try {
            deed.run();
        } finally {
            blows.add(new Blow(what, from, clock.instant(), inFlight));
        }
    }

    private void begunAndKilled(String command) throws InterruptedException {
        Chaos.pause(random.nextInt(500));
        Running running = world.here().start(command, "--quiet");
        Chaos.pause(random.nextInt(4_000));
        struck("SIGKILL", Blow.UNKEPT, () -> crew.killed(command, running));
    }

    /** As a machine that sleeps, or that swaps: longer than a lease. */
    private void heldUp(int millis) throws InterruptedException {
        String number = crew.number(random.nextBoolean() ? Chaos.HERE : Chaos.THERE);
        struck("being held up", A_NODE, () -> {
            Shell.run("kill", "-STOP", number);
            Chaos.pause(millis);
            Shell.run("kill", "-CONT", number);
        });
    }

    private void cut(Elsewhere other, int millis) throws InterruptedException {
        struck("a cut", A_NODE, () -> {
            other.cut();
            Chaos.pause(millis);
            other.mend();
        });
    }

    /** Forward or back, and never behind the others, to whom a post would be from the future. */
    private void jump(JumpingClock jumping) throws InterruptedException {
        hoursAhead += hoursAhead == 0 || random.nextBoolean() ? 1 : -1;
        struck("a jump of the clock", EVERYBODY, () -> jumping.ahead(hoursAhead));
    }

    private void fill() throws InterruptedException {
        struck("a full disk", EVERYBODY, () -> {
            world.disks().forEach(SmallDisk::fill);
            Chaos.pause(5_000);
            world.disks().forEach(SmallDisk::empty);
            world.postgres().revive();
        });
    }

    /** All is well from now on. */
    void end() {
        world.disks().forEach(SmallDisk::empty);
        world.postgres().revive();
        hoursAhead += 2;
    }

    /** What was put off, by a clock that was ahead or for another try, is due an hour later. */
    void anHourLater() {
        world.clock().ifPresent(jumping -> {
            hoursAhead++;
            blows.add(new Blow("a jump of the clock", clock.instant(), clock.instant(), EVERYBODY));
            jumping.ahead(hoursAhead);
        });
    }

    List<Blow> blows() {
        return List.copyOf(blows);
    }

    /** How often each was done. */
    Map<String, Integer> done() {
        return done;
    }
}
