package org.milesbot.plugin.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant LONG_AGO = Instant.parse("2026-10-01T12:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T21:00:00Z");
    private static final Instant LAST_FRIDAY = Instant.parse("2026-11-20T21:00:10Z");

    @Test
    void isDueFromTheHourOnForTwoDays() {
        assertThat(due(LONG_AGO, null, FRIDAY.minusSeconds(1), null)).isEmpty();
        assertThat(due(LONG_AGO, null, FRIDAY, null)).contains(FRIDAY);
        assertThat(due(LONG_AGO, LAST_FRIDAY, FRIDAY.plusSeconds(90), FRIDAY)).contains(FRIDAY);
        assertThat(due(LONG_AGO, LAST_FRIDAY, FRIDAY.plus(Subscription.WORTH), FRIDAY))
                .isEmpty();
    }

    @Test
    void beginsWithTheNextHour() {
        assertThat(due(FRIDAY.plusSeconds(1), null, FRIDAY.plusSeconds(60), null))
                .isEmpty();
    }

    @Test
    void comesAgainOnlyIfMilesbotMayNotHaveIt() {
        Instant made = FRIDAY.plusSeconds(30);

        assertThat(due(LONG_AGO, made, FRIDAY.plusSeconds(90), LAST_FRIDAY)).contains(FRIDAY);
        assertThat(due(LONG_AGO, made, FRIDAY.plusSeconds(90), made)).isEmpty();
    }

    @Test
    void isOneAWeekAlsoWhereTheDayChanges() {
        Instant wednesday = Instant.parse("2026-11-25T12:00:00Z");

        assertThat(due(LONG_AGO, wednesday, FRIDAY.plusSeconds(1), FRIDAY)).isEmpty();
    }

    /** Of who is told on Fridays at 18h. */
    private static Optional<Instant> due(
            Instant since, @Nullable Instant madeAt, Instant now, @Nullable Instant lastSuccess) {
        LocalDate made = madeAt == null ? null : LocalDate.of(2026, 11, madeAt.isBefore(FRIDAY) ? 20 : 27);
        return new Subscription(7, Locale.ENGLISH, Slot.USUAL, since, made, madeAt)
                .due(now, lastSuccess)
                .map(ZonedDateTime::toInstant);
    }
}
