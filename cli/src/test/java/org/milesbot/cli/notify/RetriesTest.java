package org.milesbot.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    /** Always the same throw of the dice. */
    private static Retries throwing(double dice) {
        return new Retries(new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return dice;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,15", "3,45", "4,135", "5,405", "6,1215", "7,1800", "30,1800", "1000,1800"})
    void waitsEverLongerUpToHalfAnHour(int attempts, long seconds) {
        Duration full = Duration.ofSeconds(seconds);

        assertThat(throwing(0).pause(attempts)).isEqualTo(full.dividedBy(2));
        assertThat(throwing(Math.nextDown(1.0)).pause(attempts)).isEqualTo(full);
    }

    @Test
    void doesNotTryTogetherAgainWhatFailedTogether() {
        Retries retries = new Retries(new Random(1));

        assertThat(Stream.generate(() -> retries.pause(4)).limit(100))
                .allMatch(pause -> pause.toMillis() >= 67_500 && pause.toMillis() <= 135_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void givesUpAfterThirtyTries() {
        assertThat(throwing(0).areOver(29)).isFalse();
        assertThat(throwing(0).areOver(30)).isTrue();
    }
}
