package org.milesbot.notify.testing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A way in which the server misbehaves. */
public sealed interface Fault {

    /**
     * 429, and the chat takes nothing until the wait is over: who comes earlier is told the rest of it, and counted.
     *
     * @param retryAfter the wait in seconds, or null to leave it untold, and then not to hold to it either
     */
    record SlowDown(@Nullable Integer retryAfter) implements Fault {}

    /** An error as the Bot API tells it. */
    record Refusal(int code, String description) implements Fault {

        /** The person has blocked the bot. */
        public static Refusal blocked() {
            return new Refusal(403, "Forbidden: bot was blocked by the user");
        }
    }

    /** The group has become a supergroup. */
    record Migrated(long newChatId) implements Fault {}

    /** A page of HTML instead of JSON, as a proxy in between would send. */
    record Page(int status) implements Fault {}

    /** The message is delivered, and the answer comes late. */
    record Slow(Duration delay) implements Fault {}

    /**
     * The connection breaks.
     *
     * @param isDelivered whether the message had been delivered by then
     * @param isMidAnswer whether half of the answer was sent before
     */
    record Cut(boolean isDelivered, boolean isMidAnswer) implements Fault {}
}
