package org.milesbot.store.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** Waits for other processes, for a bounded time. */
final class Waiting {

    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {}

    /** Whether the condition came true in time. */
    static boolean until(Duration longest, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static MilesbotException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new MilesbotException(ErrorKind.INTERNAL, Text.of(Waiting.class, "interrupted"), cause);
    }
}
