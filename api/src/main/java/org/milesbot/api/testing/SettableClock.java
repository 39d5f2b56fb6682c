package org.milesbot.api.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.milesbot.api.Zones;

/** A clock that stands still until it is told otherwise. Safe for use by several threads. */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows the given instant, in America/Sao_Paulo. */
    public static SettableClock at(Instant instant) {
        return new SettableClock(new AtomicReference<>(instant), Zones.SAO_PAULO);
    }

    /** A clock that shows the given ISO instant, such as {@code 2026-11-20T12:00:00Z}. */
    public static SettableClock at(String instant) {
        return at(Instant.parse(instant));
    }

    /** Shows this instant from now on. */
    public void show(Instant instant) {
        now.set(instant);
    }

    /** Goes forward. */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A clock of another zone that shows the same instant, also after this one is set anew. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }
}
