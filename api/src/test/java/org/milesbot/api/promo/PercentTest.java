package org.milesbot.api.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @ValueSource(strings = {"80", "80.0", "80.00", "8E+1", "080"})
    void isEqualHoweverItWasWritten(String digits) {
        assertThat(Percent.of(digits)).isEqualTo(Percent.of(80)).hasSameHashCodeAs(Percent.of(80));
        assertThat(Percent.of(digits)).hasToString("80");
    }

    @Test
    void keepsFractionsExactly() {
        assertThat(Percent.of("82.50")).hasToString("82.5").isEqualTo(Percent.of("82.5"));
        assertThat(Percent.of("0.1")).isNotEqualTo(Percent.of("0.10000000000000001"));
    }

    @Test
    void isOrderedByWorth() {
        assertThat(Percent.of("100")).isGreaterThan(Percent.of("99.9")).isLessThan(Percent.of(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.01", "10000.01"})
    void refusesWhatNoPromoGives(String digits) {
        assertThatThrownBy(() -> Percent.of(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(digits);
    }

    @Test
    void acceptsBothBounds() {
        assertThat(Percent.of(0)).hasToString("0");
        assertThat(Percent.of(10_000)).hasToString("10000");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Percent.of("80 %")).isInstanceOf(NumberFormatException.class);
    }
}
