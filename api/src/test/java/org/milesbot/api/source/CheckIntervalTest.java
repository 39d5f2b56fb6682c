package org.milesbot.api.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckIntervalTest {

    @ParameterizedTest
    @CsvSource({"PT59S,PT1H", "PT2H,PT1H", "PT1H,P31D", "PT0S,PT0S", "PT-5M,PT5M"})
    void refusesWhatIsNoInterval(Duration least, Duration greatest) {
        assertThatThrownBy(() -> new CheckInterval(least, greatest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("least <= greatest");
    }

    @ParameterizedTest
    @EnumSource(Provenance.class)
    void hasOneForEveryProvenance(Provenance provenance) {
        CheckInterval usual = CheckInterval.usual(provenance);
        assertThat(usual.least()).isLessThan(usual.greatest());
    }

    @Test
    void keepsAnExactTimeInRange() {
        assertThat(CheckInterval.exactly(Duration.ofHours(3)))
                .isEqualTo(new CheckInterval(Duration.ofHours(3), Duration.ofHours(3)));
        assertThat(CheckInterval.exactly(Duration.ZERO).least()).isEqualTo(Duration.ofMinutes(1));
        assertThat(CheckInterval.exactly(Duration.ofDays(400)).greatest()).isEqualTo(Duration.ofDays(30));
    }
}
