package org.milesbot.notify.testing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Lets messages pass within the limits, and keeps chats shut that were told to wait. */
final class Gate {

    private static final double SECOND = 1e9;

    /** A bucket of tokens that fills up by itself. */
    private static final class Bucket {

        private final double perNano;
        private final double most;
        private double tokens;
        private long filledAt;

        Bucket(double perSecond, double most, long now) {
            perNano = perSecond / SECOND;
            this.most = most;
            tokens = most;
            filledAt = now;
        }

        /** How many nanoseconds until there is a token; 0 if there is one. */
        long missing(long now) {
            tokens = Math.min(most, tokens + (now - filledAt) * perNano);
            filledAt = now;
            return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perNano);
        }

        void take() {
            tokens--;
        }
    }

    private final Limits limits;
    private final LongSupplier nanos;
    private final Bucket all;
    private final Map<Long, Bucket> chats = new ConcurrentHashMap<>();

    Gate(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        all = new Bucket(limits.perSecond(), limits.burst(), nanos.getAsLong());
    }

    /** Takes a token for a message, or says how long there is none. */
    synchronized Duration pass(long chatId) {
        long now = nanos.getAsLong();
        Bucket chat = chats.computeIfAbsent(chatId, id -> bucket(id, now));
        long missing = Math.max(all.missing(now), chat.missing(now));
        if (missing == 0) {
            all.take();
            chat.take();
        }
        return Duration.ofNanos(missing);
    }

    private Bucket bucket(long chatId, long now) {
        return chatId < 0
                ? new Bucket(limits.groupPerMinute() / 60, limits.groupBurst(), now)
                : new Bucket(limits.chatPerSecond(), limits.chatBurst(), now);
    }
}
