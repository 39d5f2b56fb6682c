package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the processors worked for the PostgreSQL that comes along. */
final class ServerWork {

    /** Of a second; what Linux counts in on every machine. */
    private static final int TICKS = 100;

    /** Where in /proc/PID/stat, behind the name, the times of the process and of its ended children stand. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    private ServerWork() {}

    /** Milliseconds so far, of the server and all its processes. */
    static double soFar(Path home) throws IOException {
        Path data = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(
                Files.readAllLines(data, StandardCharsets.UTF_8).get(0).strip());
        double sum = of(pid);
        for (ProcessHandle child :
                ProcessHandle.of(pid).orElseThrow().children().toList()) {
            sum += of(child.pid());
        }
        return sum;
    }

    private static double of(long pid) {
        try {
            return of(Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return 0; // it has ended, and the server counts it among its own
        }
    }

    /** Milliseconds, of what Linux says of a process: its own and those of the children it has waited for. */
    static double of(String stat) {
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        long ticks = 0;
        for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
            ticks += Long.parseLong(behindName[i]);
        }
        return ticks * 1_000.0 / TICKS;
    }
}
