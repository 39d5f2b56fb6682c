package org.milesbot.cli.wiring;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What plug-ins find under {@code System.out}, {@code System.err} and {@code System.in}. Whoever reads standard output reads
 * data, line by line; milesbot itself writes them past these, by {@link Surroundings}.
 */
public final class StandardStreams {

    private StandardStreams() {}

    /** What is printed goes to standard error, nothing can be closed, and there is nothing to read. */
    public static void keepFromPlugins() {
        PrintStream shared = uncloseable(new FileOutputStream(FileDescriptor.err));
        System.setOut(shared);
        System.setErr(shared);
        System.setIn(InputStream.nullInputStream());
    }

    /** Writes to a stream and does not close it. */
    static PrintStream uncloseable(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8) {
            @Override
            public void close() {
                flush();
            }
        };
    }
}
