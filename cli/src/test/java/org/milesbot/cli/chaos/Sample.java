package org.milesbot.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.milesbot.store.db.Database;

/**
 * How much of everything a process has at one time.
 *
 * @param resident memory in kB
 * @param threads of the process
 * @param handles open files and sockets
 * @param connections to the database, without the one that asks
 * @param files kB that the data folder takes without the database
 * @param tables kB that the database says it takes
 * @param scrapes that were begun until then, each of which leaves something there
 */
record Sample(long resident, long threads, long handles, long connections, long files, long tables, long scrapes) {

    static final List<String> NAMES =
            List.of("memory MB", "threads", "handles", "connections", "files MB", "database MB");

    static Sample of(long process, Path home, Database database) {
        List<Long> counts = database.with(open -> open.createQuery("""
                        select array[
                            (select count(*) from pg_stat_activity
                                where application_name = 'milesbot' and pid <> pg_backend_pid()),
                            pg_database_size(current_database()) / 1024,
                            (select count(*) from run where job = 'scrape')]
                        """)
                .map((row, context) -> List.of((Long[]) row.getArray(1).getArray()))
                .one());
        return new Sample(
                status(process, "VmRSS:"),
                status(process, "Threads:"),
                entries(process),
                counts.get(0),
                files(home),
                counts.get(1),
                counts.get(2));
    }

    /** A line of what the system says of a process; 0 once it has ended. */
    static long status(long process, String line) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(each -> each.startsWith(line))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long entries(long process) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            return open.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long files(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> !file.startsWith(home.resolve("postgres")) && Files.isRegularFile(file))
                            .mapToLong(Sample::size)
                            .sum()
                    / 1024;
        } catch (IOException | UncheckedIOException e) {
            // A file that went while it was looked for; the next sample has the rest.
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the units and the order of the names. */
    List<Double> values() {
        return List.of(
                resident / 1024.0,
                (double) threads,
                (double) handles,
                (double) connections,
                files / 1024.0,
                tables / 1024.0);
    }
}
