package org.milesbot.cli.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.milesbot.cli.jar.Run;
import org.milesbot.cli.jar.Running;

/** The processes that are at work: those that last are started anew when they have ended. Safe for use by several threads. */
final class Crew {

    private static final Duration ENDING = Duration.ofSeconds(30);

    private final Map<String, Supplier<Running>> posts = new LinkedHashMap<>();
    private final Map<String, Running> working = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Adds one that lasts. */
    synchronized void add(String name, Supplier<Running> start) {
        posts.put(name, start);
        working.put(name, start.get());
    }

    /** Starts anew what has ended. */
    synchronized void revive() {
        posts.forEach((name, start) -> {
            Running running = working.get(name);
            if (running == null || !running.isAlive()) {
                if (running != null) {
                    note(name, running.await());
                }
                working.put(name, start.get());
            }
        });
    }

    /** SIGKILL, and it is started anew at once. */
    synchronized void kill(String name) {
        note(name, of(working, name).kill());
        working.put(name, of(posts, name).get());
    }

    /** SIGKILL of one that does not last. */
    synchronized void killed(String name, Running running) {
        note(name, running.kill());
    }

    /** Its number, to do something to it. */
    synchronized String number(String name) {
        return Long.toString(of(working, name).pid());
    }

    /** Waits for the end of one that does not last. */
    void await(String name, Running running) {
        Run run = running.await(Duration.ofMinutes(5));
        synchronized (this) {
            note(name, run);
        }
    }

    private static <T> T of(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private void note(String name, Run run) {
        ends.merge(name + " " + run.exitCode(), 1, Integer::sum);
        // A fault of milesbot's own, and not of what is around it.
        if (run.exitCode() == 1) {
            faults.add(name + " ended with " + run.exitCode() + ": " + run.err());
        }
    }

    /** Asks all to end and waits until they have; returns those that did not end well. */
    synchronized List<String> stop() {
        List<String> bad = new ArrayList<>();
        working.values().forEach(Running::terminate);
        working.forEach((name, running) -> {
            try {
                Run run = running.await(ENDING);
                note(name, run);
                if (run.exitCode() != 0 && run.exitCode() != 143) {
                    bad.add(name + " ended with " + run.exitCode() + ": " + run.err());
                }
            } catch (AssertionError late) {
                bad.add(name + ": " + late.getMessage());
            }
        });
        working.clear();
        return bad;
    }

    /** How often each ended with which exit code; 137 is SIGKILL. */
    synchronized Map<String, Integer> ends() {
        return new TreeMap<>(ends);
    }

    /** What those said that ended by a fault of their own. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
