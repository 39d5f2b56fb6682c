package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
class QuietHoursTest {

    private final TestDatabase test = TestDatabase.migrated();

    @AfterAll
    void close() {
        test.close();
    }

    private @Nullable Instant until(Instant at, LocalTime from, LocalTime to, ZoneId zone) {
        return test.database()
                .with(open -> open.createQuery("select quiet_until(:at, :from, :to, :zone)")
                        .bind("at", at)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("zone", zone.getId())
                        .mapTo(OffsetDateTime.class)
                        .findOne()
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    @ParameterizedTest
    @CsvSource({
        // Over midnight.
        "2026-11-20T23:00-03:00, 22:00, 07:00, America/Sao_Paulo, 2026-11-21T07:00-03:00",
        "2026-11-21T06:59-03:00, 22:00, 07:00, America/Sao_Paulo, 2026-11-21T07:00-03:00",
        "2026-11-21T07:00-03:00, 22:00, 07:00, America/Sao_Paulo, ",
        "2026-11-20T21:59-03:00, 22:00, 07:00, America/Sao_Paulo, ",
        // Inside a day.
        "2026-11-20T13:00-03:00, 12:00, 14:00, America/Sao_Paulo, 2026-11-20T14:00-03:00",
        "2026-11-20T14:00-03:00, 12:00, 14:00, America/Sao_Paulo, ",
        // The night the clocks go forward in Lisbon is an hour shorter, the one they go back an hour longer.
        "2027-03-27T23:00+00:00, 22:00, 07:00, Europe/Lisbon, 2027-03-28T07:00+01:00",
        "2026-10-24T23:00+01:00, 22:00, 07:00, Europe/Lisbon, 2026-10-25T07:00+00:00",
        // 01:30 is skipped, so quiet hours end when the clocks show it would have been.
        "2027-03-28T00:30+00:00, 00:00, 01:30, Europe/Lisbon, 2027-03-28T02:30+01:00",
        // 01:30 comes twice: the later one is meant.
        "2026-10-25T00:30+01:00, 00:00, 01:30, Europe/Lisbon, 2026-10-25T01:30+00:00",
    })
    void endWhenTheClocksOfTheZoneSaySo(
            OffsetDateTime at, LocalTime from, LocalTime to, ZoneId zone, @Nullable OffsetDateTime end) {
        assertThat(until(at.toInstant(), from, to, zone)).isEqualTo(end == null ? null : end.toInstant());
    }

    @Test
    void areAsTheLocalClockShowsThem() {
        Random random = new Random(20261121);
        ZoneId[] zones = {
            ZoneId.of("America/Sao_Paulo"), ZoneId.of("Europe/Lisbon"), ZoneId.of("America/New_York"), ZoneId.of("UTC")
        };
        for (int i = 0; i < 400; i++) {
            ZoneId zone = zones[random.nextInt(zones.length)];
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
            LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
            LocalTime to = from.plusMinutes(1 + random.nextInt(24 * 60 - 1));
            Instant end = until(at, from, to, zone);
            LocalTime local = at.atZone(zone).toLocalTime();
            boolean isQuiet = from.isBefore(to)
                    ? !local.isBefore(from) && local.isBefore(to)
                    : !local.isBefore(from) || local.isBefore(to);
            assertThat(end != null).as("%s %s-%s %s", at, from, to, zone).isEqualTo(isQuiet);
            if (end != null) {
                assertThat(end).isAfter(at).isBeforeOrEqualTo(at.plusSeconds(25 * 3_600));
                ZonedDateTime there = end.atZone(zone);
                LocalDateTime meant = there.toLocalDate().atTime(to);
                assertThat(there.toLocalDateTime()).isEqualTo(meant.atZone(zone).toLocalDateTime());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59-03:00, daily, 2026-11-20T09:00-03:00",
        "2026-11-20T09:00-03:00, daily, 2026-11-21T09:00-03:00",
        "2026-11-20T09:00-03:00, weekly, 2026-11-23T09:00-03:00",
        "2026-11-23T08:00-03:00, weekly, 2026-11-23T09:00-03:00",
        "2026-11-23T09:00-03:00, weekly, 2026-11-30T09:00-03:00",
        "2026-11-22T23:00-03:00, weekly, 2026-11-23T09:00-03:00",
        "2026-11-22T23:00-03:00, off, ",
    })
    void giveWayToTheNextDigest(OffsetDateTime at, String digest, @Nullable OffsetDateTime next) {
        Instant found = test.database()
                .with(open -> open.createQuery("select digest_after(:at, :digest, time '09:00', 'America/Sao_Paulo')")
                        .bind("at", at)
                        .bind("digest", digest)
                        .mapTo(OffsetDateTime.class)
                        .findOne()
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));

        assertThat(found).isEqualTo(next == null ? null : next.toInstant());
        if (found != null && digest.equals("weekly")) {
            assertThat(found.atZone(ZoneId.of("America/Sao_Paulo")).getDayOfWeek())
                    .isEqualTo(DayOfWeek.MONDAY);
        }
    }
}
