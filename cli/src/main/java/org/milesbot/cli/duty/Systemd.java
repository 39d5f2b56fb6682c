package org.milesbot.cli.duty;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the process does, if it is systemd that started it. By its program {@code systemd-notify}, since Java has
 * no datagrams on sockets of Unix; the unit needs {@code NotifyAccess=all} therefore.
 */
public final class Systemd {

    private static final Logger log = LoggerFactory.getLogger(Systemd.class);
    private static final String PROGRAM = "systemd-notify";
    private static final int MOST_SECONDS = 5;
    private static final int THIRD = 3;

    private final @Nullable String socket;
    private final @Nullable Duration watchdog;
    private volatile boolean isTold;

    private Systemd(@Nullable String socket, @Nullable Duration watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /** What the environment says of it. */
    public static Systemd of(Map<String, String> environment) {
        return new Systemd(environment.get("NOTIFY_SOCKET"), watchdog(environment.get("WATCHDOG_USEC")));
    }

    private static @Nullable Duration watchdog(@Nullable String micros) {
        try {
            return micros == null ? null : Duration.ofMillis(Long.parseLong(micros.strip()) / 1_000);
        } catch (NumberFormatException e) {
            log.warn("WATCHDOG_USEC is {}, and is taken for none", micros, e);
            return null;
        }
    }

    /** How often it wants to hear that the process is alive. */
    public Optional<Duration> interval() {
        return socket == null ? Optional.empty() : Optional.ofNullable(watchdog).map(time -> time.dividedBy(THIRD));
    }

    /** The process does its work now. */
    public void ready() {
        tell("READY=1");
    }

    /** The process is alive. */
    public void alive() {
        tell("WATCHDOG=1");
    }

    /** The process ends. */
    public void stopping() {
        tell("STOPPING=1");
    }

    private void tell(String word) {
        if (socket == null) {
            return;
        }
        try {
            ProcessBuilder program = new ProcessBuilder(PROGRAM, word)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            program.environment().put("NOTIFY_SOCKET", socket);
            Process told = program.start();
            if (!told.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                told.destroyForcibly();
            }
        } catch (IOException e) {
            if (!isTold) {
                isTold = true;
                log.warn("systemd is not told how milesbot does: {} does not start", PROGRAM, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
