package org.milesbot.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.CheckInterval;

class CadenceTest {

    private static final CheckInterval BOUNDS = new CheckInterval(Duration.ofMinutes(10), Duration.ofHours(6));

    /** 9 in the morning in America/Sao_Paulo. */
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static SourceState state(Rhythm rhythm, int failures, @Nullable Instant lastNewItem) {
        return new SourceState(null, null, lastNewItem, failures, rhythm, null, false);
    }

    private static Rhythm rhythm(Duration median, Integer... busyHours) {
        return new Rhythm(median, median.multipliedBy(3), Set.of(busyHours));
    }

    private static Duration interval(Rhythm rhythm, int failures, @Nullable Instant lastNewItem) {
        return Cadence.interval(BOUNDS, state(rhythm, failures, lastNewItem), NOW);
    }

    @Test
    void looksFourTimesBetweenTwoItems() {
        assertThat(interval(rhythm(Duration.ofHours(4)), 0, NOW)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void looksAtAStrangerSomewhatOftenUntilItIsKnown() {
        assertThat(interval(Rhythm.UNKNOWN, 0, null)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void looksTwiceAsOftenWhenTheBusyHoursCome() {
        assertThat(interval(rhythm(Duration.ofHours(8), 10), 0, NOW)).isEqualTo(Duration.ofHours(1));
        assertThat(interval(rhythm(Duration.ofHours(8), 17), 0, NOW)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void looksMoreRarelyTheLongerNothingComes() {
        Instant yesterday = NOW.minus(Duration.ofHours(24));
        assertThat(interval(rhythm(Duration.ofHours(1)), 0, yesterday)).isEqualTo(Duration.ofHours(2));
        assertThat(interval(rhythm(Duration.ofHours(1)), 0, Instant.EPOCH)).isEqualTo(BOUNDS.greatest());
    }

    @Test
    void backsOffFromWhatFails() {
        assertThat(interval(rhythm(Duration.ofMinutes(40)), 1, NOW)).isEqualTo(Duration.ofMinutes(20));
        assertThat(interval(rhythm(Duration.ofMinutes(40)), 3, NOW)).isEqualTo(Duration.ofMinutes(80));
        assertThat(interval(rhythm(Duration.ofMinutes(40)), 60, NOW)).isEqualTo(BOUNDS.greatest());
    }

    @Test
    void staysAwayAsLongAsTheServerAsksButForADay() {
        SourceState state = state(rhythm(Duration.ofHours(1)), 1, NOW);
        assertThat(Cadence.next(BOUNDS, state, NOW, Duration.ofHours(9))).isEqualTo(NOW.plus(Duration.ofHours(9)));
        assertThat(Cadence.next(BOUNDS, state, NOW, Duration.ofDays(900))).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(Cadence.next(BOUNDS, state, NOW, Duration.ofSeconds(1))).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Property
    void staysWithinTheBounds(
            @ForAll @IntRange(min = 1, max = 2_000) int least,
            @ForAll @IntRange(max = 40_000) int more,
            @ForAll @IntRange(max = 100_000) int median,
            @ForAll @IntRange(max = 200) int failures,
            @ForAll @IntRange(max = 23) int busy,
            @ForAll @IntRange(max = 1_000_000) int silence) {
        CheckInterval bounds = new CheckInterval(Duration.ofMinutes(least), Duration.ofMinutes(least + more));
        SourceState state =
                state(rhythm(Duration.ofMinutes(median), busy), failures, NOW.minus(Duration.ofMinutes(silence)));

        assertThat(Cadence.interval(bounds, state, NOW)).isBetween(bounds.least(), bounds.greatest());
    }

    @Property
    void neverLooksOftenerForMoreFailures(
            @ForAll @IntRange(max = 5_000) int median, @ForAll @IntRange(max = 100) int failures) {
        Rhythm rhythm = rhythm(Duration.ofMinutes(median), 9, 10, 11);
        assertThat(interval(rhythm, failures + 1, NOW)).isGreaterThanOrEqualTo(interval(rhythm, failures, NOW));
    }

    @Property
    void neverLooksOftenerAtAQuieterSource(
            @ForAll @IntRange(max = 5_000) int median, @ForAll @IntRange(max = 5_000) int more) {
        assertThat(interval(rhythm(Duration.ofMinutes(median + more)), 0, NOW))
                .isGreaterThanOrEqualTo(interval(rhythm(Duration.ofMinutes(median)), 0, NOW));
    }
}
