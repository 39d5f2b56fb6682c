package org.milesbot.cli.notify;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.milesbot.store.alert.Outcome;

/** Counts what became of alerts, as it happens. Safe for use by several threads. */
public final class DeliveryReport {

    private final LongAdder sent = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder later = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final LongAdder dead = new LongAdder();
    private final LongAdder slowDowns = new LongAdder();
    private final LongAccumulator longestPause = new LongAccumulator(Math::max, 0);

    void add(Outcome outcome) {
        int alerts = outcome.alerts().size();
        switch (outcome.state()) {
            case SENT -> {
                sent.add(alerts);
                messages.increment();
            }
            case DUE, FAILED -> later.add(alerts);
            case EXPIRED -> expired.add(alerts);
            case DEAD -> dead.add(alerts);
        }
    }

    void slowedDown(Duration pause) {
        slowDowns.increment();
        longestPause.accumulate(pause.toMillis());
    }

    /** How many alerts arrived. */
    public long sent() {
        return sent.sum();
    }

    /** In how many messages. */
    public long messages() {
        return messages.sum();
    }

    /** How many tries are to be made again. */
    public long later() {
        return later.sum();
    }

    /** How many were not worth sending any more. */
    public long expired() {
        return expired.sum();
    }

    /** How many were given up. */
    public long dead() {
        return dead.sum();
    }

    /** How often the channel slowed us down. */
    public long slowDowns() {
        return slowDowns.sum();
    }

    /** The longest that it asked for. */
    public Duration longestPause() {
        return Duration.ofMillis(longestPause.get());
    }
}
