package org.milesbot.cli.wiring;

import java.util.EnumSet;
import java.util.Set;
import org.milesbot.cli.output.Console.Stream;

/**
 * Which streams are a terminal.
 *
 * @param streams those that are one
 * @param width its columns, 0 if unknown
 */
public record Terminal(Set<Stream> streams, int width) {

    /** No stream is a terminal. */
    public static final Terminal NONE = new Terminal(Set.of(), 0);

    private static final String STREAMS = "milesbot.terminals";
    private static final String WIDTH = "milesbot.columns";

    /** Copies the set. */
    public Terminal {
        streams = Set.copyOf(streams);
    }

    /**
     * What the launcher found out. Java itself cannot tell one stream from the other, so without the launcher no stream
     * counts as a terminal.
     */
    public static Terminal ofProcess() {
        String told = System.getProperty(STREAMS, "");
        Set<Stream> streams = EnumSet.noneOf(Stream.class);
        if (told.contains("1")) {
            streams.add(Stream.OUT);
        }
        if (told.contains("2")) {
            streams.add(Stream.ERR);
        }
        return new Terminal(streams, Integer.getInteger(WIDTH, 0));
    }
}
