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

    /**
     * Takes note that a chat takes nothing for a while.
     *
     * @return how long to send nothing to anybody, if it is not that chat alone
     */
    synchronized Optional<Duration> add(long chat, Duration pause, Instant now) {
        paused.values().removeIf(until -> !until.isAfter(now));
        paused.put(chat, now.plus(pause));
        return paused.size() < CHATS ? Optional.empty() : Optional.of(pause);
    }
}
