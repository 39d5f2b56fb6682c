package org.milesbot.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import picocli.CommandLine.Option;

/** A job after which its figures are written for monitoring, if somebody wants them. */
final class MetricsFileOption {

    @Option(names = "--metrics-file", paramLabel = "FILE")
    @Nullable
    Path file;

    /** Does the job and returns what it returns; the figures are written however it ends, unless it never began. */
    <T> T after(Session session, Supplier<T> job) {
        T done;
        try {
            done = job.get();
        } catch (MilesbotException e) {
            if (e.kind() != ErrorKind.USAGE) {
                write(session);
            }
            throw e;
        }
        write(session);
        return done;
    }

    private void write(Session session) {
        Path target = file == null ? session.settings().watching().metricsFile() : session.resolve(file);
        if (target == null) {
            return;
        }
        try {
            session.wiring().monitoring().write(target);
        } catch (IOException | MilesbotException e) {
            session.console()
                    .warn(Text.of(
                            MetricsFileOption.class,
                            "metrics.unwritten",
                            Quoted.of(target.toString()),
                            e.getClass().getSimpleName()));
        }
    }
}
