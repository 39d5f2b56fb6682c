package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process took, with those that it started and waited for.
 *
 * @param wall milliseconds by the clock
 * @param cpu milliseconds of processors, the system's work for it included
 * @param peak the most memory that one of the processes had resident, in kilobytes
 */
record Spent(double wall, double cpu, long peak) {

    private static final Pattern TIMES = Pattern.compile("[0-9.]+ [0-9.]+ [0-9.]+");
    private static final int LOOK_AGAIN_MILLIS = 10;

    /** Bash counts what the processes took that have ended, to the millisecond. */
    private static final List<String> COUNTED = List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\"", "bash");

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException if it does not end with 0
     */
    static Spent running(Path directory, Map<String, String> environment, List<String> command) {
        List<String> counted = new ArrayList<>(COUNTED);
        counted.addAll(command);
        Running running = Running.start(directory, environment, counted);
        long peak = 0;
        while (running.isAlive()) {
            peak = Math.max(peak, peakOfAll(running.pid()));
            pause();
        }
        Run run = running.await();
        if (run.exitCode() != 0) {
            throw new IllegalStateException(command + " ended with " + run.exitCode() + ": " + run.err());
        }
        List<String> said = run.err().lines().toList();
        return of(said.get(said.size() - 1), peak);
    }

    /** Reads seconds by the clock, of the processes and of the system for them. */
    static Spent of(String counted, long peak) {
        if (!TIMES.matcher(counted).matches()) {
            throw new IllegalArgumentException("not three times: " + counted);
        }
        String[] seconds = counted.split(" ", -1);
        return new Spent(
                1_000 * Double.parseDouble(seconds[0]),
                1_000 * (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])),
                peak);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The most that one of the processes below this one ever had so far; what outlives it is not below it. */
    private static long peakOfAll(long pid) {
        Stream<Long> below = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return below.mapToLong(Spent::peakOf).max().orElse(0);
    }

    /** In kilobytes; 0 if the process has ended. */
    static long peakOf(long pid) {
        try {
            return peakOf(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Reads what Linux says of a process; 0 if its memory is gone already. */
    static long peakOf(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** Medians of each. */
    static Spent median(List<Spent> all) {
        return new Spent(
                Median.of(all.stream().map(Spent::wall).toList()),
                Median.of(all.stream().map(Spent::cpu).toList()),
                Math.round(Median.of(all.stream().map(Spent::peak).toList())));
    }
}
