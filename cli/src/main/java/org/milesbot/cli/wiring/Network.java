package org.milesbot.cli.wiring;

import java.nio.file.Path;

/** Where answers come from. */
public sealed interface Network {

    /** From the network. */
    record Online() implements Network {}

    /**
     * From the network, and into HAR files.
     *
     * @param directory where the files go
     */
    record Recorded(Path directory) implements Network {}

    /**
     * From HAR files only.
     *
     * @param path a file, or a folder of them
     */
    record Replayed(Path path) implements Network {}

    /** From the recordings that come with the plug-ins only. */
    record BuiltIn() implements Network {}
}
