package org.milesbot.store.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded server is made of.
 *
 * @param folder where its data, its password, its log and the unpacked binaries lie; it belongs to the server alone
 * @param binaries a folder that has {@code initdb}, {@code pg_ctl} and {@code postgres}, or null to use the jar
 * @param jar the jar with this platform's binaries, or null if there is none
 * @param port the port on 127.0.0.1, or 0 for any that is free
 * @param idle after how long without any milesbot the server stops by itself; zero for never
 */
public record EmbeddedSettings(
        Path folder, @Nullable Path binaries, @Nullable Path jar, int port, Duration idle) {

    /** Makes the folder absolute. */
    public EmbeddedSettings {
        folder = folder.toAbsolutePath().normalize();
    }
}
