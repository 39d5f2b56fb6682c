package org.milesbot.store.fare;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.fare.FareRate;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.FareGrant.Denied;
import org.milesbot.store.fare.FareGrant.Granted;
import org.milesbot.store.fare.FareGrant.Limit;

/**
 * Hands out requests to providers, so that however many processes ask, none is asked more often than its rate allows, nor more
 * than it says itself. A request that was handed out counts, whatever becomes of it.
 */
public final class FareBudget {

    /** A day that begins anew forgets what was used and what was said to be left on the one before. */
    private static final String RESERVE = """
            insert into fare_provider as kept (provider, day, used, next_at)
            values (:provider, :today, 1, cast(:now as timestamptz) + :pause * interval '1 microsecond')
            on conflict (provider) do update
            set day = :today,
                used = case when kept.day = :today then kept.used + 1 else 1 end,
                quota_left = case when kept.day = :today then kept.quota_left - 1 end,
                next_at = greatest(kept.next_at, :now) + :pause * interval '1 microsecond'
            where (kept.blocked_until is null or kept.blocked_until <= :now)
              and (kept.day <> :today or kept.used < :perDay and coalesce(kept.quota_left, 1) > 0)
            returning next_at - :pause * interval '1 microsecond'
            """;

    private final Database database;
    private final Clock clock;

    public FareBudget(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How a provider stands.
     *
     * @param used how many requests of today are used
     * @param quotaLeft how many more it said it would answer today, less those since; null if it said nothing
     * @param blockedUntil until when it wants to be left alone, or null
     */
    public record Standing(
            int used, @Nullable Integer quotaLeft, @Nullable Instant blockedUntil) {}

    /** Takes one request. */
    public FareGrant reserve(String provider, FareRate rate) {
        Instant now = clock.instant();
        if (rate.perDay() == 0) {
            return new Denied(Limit.DAY, tomorrow(now));
        }
        return database.with(open -> open.createQuery(RESERVE)
                        .bind("provider", provider)
                        .bind("today", today(now))
                        .bind("now", now)
                        .bind("perDay", rate.perDay())
                        .bind("pause", rate.pause().toNanos() / 1_000)
                        .mapTo(OffsetDateTime.class)
                        .findOne())
                .<FareGrant>map(at -> new Granted(at.toInstant()))
                .orElseGet(() -> denied(provider, now));
    }

    private FareGrant denied(String provider, Instant now) {
        return standing(provider)
                .map(Standing::blockedUntil)
                .filter(now::isBefore)
                .<FareGrant>map(until -> new Denied(Limit.BLOCKED, until))
                .orElseGet(() -> new Denied(Limit.DAY, tomorrow(now)));
    }

    /** Keeps how many more requests a provider says it will answer today. */
    public void left(String provider, int quota) {
        Instant now = clock.instant();
        database.with(open -> open.createUpdate("""
                        insert into fare_provider as kept (provider, day, used, next_at, quota_left)
                        values (:provider, :today, 0, :now, :quota)
                        on conflict (provider) do update
                        set quota_left = excluded.quota_left,
                            used = case when kept.day = excluded.day then kept.used else 0 end,
                            day = excluded.day
                        """)
                .bind("provider", provider)
                .bind("today", today(now))
                .bind("now", now)
                .bind("quota", Math.max(0, quota))
                .execute());
    }

    /** Asks a provider nothing before an instant, such as after it said 429. */
    public void block(String provider, Instant until) {
        Instant now = clock.instant();
        database.with(open -> open.createUpdate("""
                        insert into fare_provider as kept (provider, day, used, next_at, blocked_until)
                        values (:provider, :today, 0, :now, :until)
                        on conflict (provider) do update
                        set blocked_until = greatest(kept.blocked_until, excluded.blocked_until)
                        """)
                .bind("provider", provider)
                .bind("today", today(now))
                .bind("now", now)
                .bind("until", until)
                .execute());
    }

    /** How a provider stands today; nothing if it was never asked. */
    public Optional<Standing> standing(String provider) {
        LocalDate today = today(clock.instant());
        return database.with(open -> open.createQuery("""
                        select case when day = :today then used else 0 end as used,
                            case when day = :today then quota_left end as quota_left, blocked_until
                        from fare_provider
                        where provider = :provider
                        """)
                .bind("provider", provider)
                .bind("today", today)
                .map((row, context) -> {
                    OffsetDateTime blocked = row.getObject("blocked_until", OffsetDateTime.class);
                    return new Standing(
                            row.getInt("used"),
                            row.getObject("quota_left", Integer.class),
                            blocked == null ? null : blocked.toInstant());
                })
                .findOne());
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Zones.SAO_PAULO);
    }

    private static Instant tomorrow(Instant now) {
        return today(now).plus(1, ChronoUnit.DAYS).atStartOfDay(Zones.SAO_PAULO).toInstant();
    }
}
