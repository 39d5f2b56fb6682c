package org.milesbot.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server says of itself in {@code postmaster.pid}. A server that was killed leaves the file behind.
 *
 * @param pid its process
 * @param port its port, or 0 while it does not say
 * @param ready whether it took connections when it last wrote
 */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The file, if there is one that can be made sense of. */
    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(in(data), StandardCharsets.UTF_8);
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    lines.size() > PORT_LINE
                            ? Integer.parseInt(lines.get(PORT_LINE).strip())
                            : 0,
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failures.configuration(e, "not-readable", in(data), Failures.reason(e));
        }
    }

    /**
     * Whether the process is there, is a server and lives. A killed one stays in the table of processes until its parent
     * has looked at it, and in a container nobody may ever do so; its number may also have gone to another program.
     */
    boolean isAlive() {
        Path stat = Path.of("/proc/" + pid + "/stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            char state = line.charAt(line.lastIndexOf(')') + 2);
            return line.contains("(postgres") && state != 'Z' && state != 'X';
        } catch (IOException e) {
            return !Files.exists(Path.of("/proc/self/stat")) && isAliveWithoutProc();
        }
    }

    private boolean isAliveWithoutProc() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(name -> name.endsWith("postgres"))
                        .orElse(true))
                .isPresent();
    }
}
