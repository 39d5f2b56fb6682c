package org.milesbot.cli.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Watches whether we are slowed down for one chat or for all. Telegram does not say which: it answers the message to one
 * chat. So that chat alone is left in peace, until several are at the same time; then it is all of us.
 */
final class Floods {

    private static final int CHATS = 3;

    private final Map<Long, Instant> paused = new HashMap<>();
    private Instant everybody = Instant.MIN;

    /**
     * Takes note that a chat takes nothing for a while.
     *
     * @return how long to send nothing to anybody, if it is not that chat alone
     */
    synchronized Optional<Duration> add(long chat, Duration pause, Instant now) {
        paused.values().removeIf(until -> !until.isAfter(now));
        paused.put(chat, now.plus(pause));
        if (paused.size() < CHATS) {
            return Optional.empty();
        }
        everybody = now.plus(pause);
        return Optional.of(pause);
    }

    /** Until when nothing is sent to a chat, by what this process was told; nothing if it may be sent to. */
    synchronized Optional<Instant> until(long chat, Instant now) {
        Instant own = paused.getOrDefault(chat, Instant.MIN);
        return Optional.of(own.isAfter(everybody) ? own : everybody).filter(until -> until.isAfter(now));
    }
}
