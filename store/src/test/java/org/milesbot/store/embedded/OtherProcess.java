package org.milesbot.store.embedded;

import java.nio.file.Path;
import java.time.Duration;

/** The main of another process that starts the server. */
final class OtherProcess {

    private OtherProcess() {}

    public static void main(String[] arguments) {
        var settings = new EmbeddedSettings(Path.of(arguments[0]), Path.of(arguments[1]), null, 0, Duration.ZERO);
        try (EmbeddedPostgres server = new EmbeddedPostgres(settings)) {
            System.out.println("port " + server.start().port());
        }
    }
}
