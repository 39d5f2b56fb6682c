package org.milesbot.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RhythmTest {

    /** Midnight in America/Sao_Paulo. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-01T03:00:00Z");

    private static List<Instant> every(Duration gap, int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> MIDNIGHT.plus(gap.multipliedBy(i)))
                .toList();
    }

    @Test
    void isUnknownUntilTenGapsAreKnown() {
        assertThat(Rhythm.of(every(Duration.ofHours(5), 10))).isEqualTo(Rhythm.UNKNOWN);
        assertThat(Rhythm.of(every(Duration.ofHours(5), 11)))
                .isNotEqualTo(Rhythm.UNKNOWN)
                .returns(Duration.ofHours(5), Rhythm::median)
                .returns(Duration.ofHours(5), Rhythm::longest);
    }

    @Test
    void countsABurstAsOneItem() {
        List<Instant> items = new ArrayList<>();
        every(Duration.ofDays(1), 11)
                .forEach(day -> IntStream.range(0, 5).forEach(post -> items.add(day.plusSeconds(2L * post))));

        assertThat(Rhythm.of(items).median()).isEqualTo(Duration.ofDays(1));
        assertThat(Rhythm.of(every(Duration.ofSeconds(2), 60))).isEqualTo(Rhythm.UNKNOWN);
    }

    @Test
    void liesBetweenTwoGapsAsFarAsTheRankDoes() {
        List<Instant> items = new ArrayList<>(List.of(MIDNIGHT));
        // Gaps of 1 to 12 hours: the middle lies at 6.5 hours, the 95th percentile at 11.45.
        for (int hours = 1; hours <= 12; hours++) {
            items.add(items.get(items.size() - 1).plus(Duration.ofHours(hours)));
        }

        assertThat(Rhythm.of(items).median()).isEqualTo(Duration.ofMinutes(390));
        assertThat(Rhythm.of(items).longest()).isEqualTo(Duration.ofMinutes(687));
    }

    @Test
    void knowsTheHoursInWhichMostItemsCome() {
        List<Instant> mornings = new ArrayList<>();
        for (Instant day : every(Duration.ofDays(1), 15)) {
            mornings.add(day.plus(Duration.ofHours(9)));
            mornings.add(day.plus(Duration.ofHours(10)));
        }

        Rhythm rhythm = Rhythm.of(mornings);

        assertThat(rhythm.busyHours()).containsExactly(9, 10);
        assertThat(rhythm.isBusy(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(8)))).isFalse();
        assertThat(rhythm.isBusy(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(9)))).isTrue();
        assertThat(rhythm.isBusy(MIDNIGHT.plus(Duration.ofHours(11)), MIDNIGHT.plus(Duration.ofDays(3))))
                .isTrue();
        assertThat(Rhythm.of(mornings.subList(0, 20)).busyHours()).isEmpty();
    }

    @Property
    void doesNotCareForTheOrder(@ForAll @Size(min = 12, max = 60) List<@LongRange(max = 90_000) Long> minutes) {
        List<Instant> items = new ArrayList<>(
                minutes.stream().map(m -> MIDNIGHT.plusSeconds(60 * m)).toList());
        Rhythm sorted = Rhythm.of(items);
        Collections.shuffle(items, new Random(7));

        assertThat(Rhythm.of(items)).isEqualTo(sorted);
    }

    @Property
    void gapsAreNoShorterThanABurstAndInTheirOrder(
            @ForAll @Size(min = 12, max = 60) List<@LongRange(max = 90_000) Long> minutes) {
        Rhythm rhythm = Rhythm.of(
                minutes.stream().map(m -> MIDNIGHT.plusSeconds(60 * m)).toList());

        if (rhythm.equals(Rhythm.UNKNOWN)) {
            assertThat(minutes.stream().distinct().count()).isPositive();
            return;
        }
        Duration median = Objects.requireNonNull(rhythm.median());
        assertThat(median).isGreaterThanOrEqualTo(Rhythm.BURST);
        assertThat(rhythm.longest()).isGreaterThanOrEqualTo(median).isLessThanOrEqualTo(Duration.ofHours(1_500));
    }
}
