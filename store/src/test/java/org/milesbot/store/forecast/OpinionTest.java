package org.milesbot.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.milesbot.store.forecast.Opinion.Words;
import org.milesbot.store.forecast.StoredForecast.Pair;

class OpinionTest {

    private static Pair of(double week, double month, Pair shipped) {
        Words words = new Words("dia", "day");
        return new Opinion("sample", "payday", words, new Pair(week, month), words).of(shipped);
    }

    @Test
    void quickensThePaceByTheFactor() {
        // Twice the pace is missed twice: 1 - 0.8 * 0.8, and 1 - the square root of 0.49.
        assertThat(of(2, 2, new Pair(0.2, 0.51)).day7()).isCloseTo(0.36, within(1e-12));
        assertThat(of(0.5, 0.5, new Pair(0.2, 0.51)).day30()).isCloseTo(0.3, within(1e-12));
        assertThat(of(1, 1, new Pair(0.2, 0.51))).isEqualTo(new Pair(0.2, 0.51));
    }

    @Test
    void saysNoLessWithinAMonthThanWithinAWeek() {
        Pair moved = of(2, 0.5, new Pair(0.2, 0.51));

        assertThat(moved.day30()).isEqualTo(moved.day7());
    }

    @Test
    void isNeverCertain() {
        Pair least = of(0.25, 0.25, new Pair(1e-12, 1e-12));
        Pair most = of(4, 4, new Pair(0.999999, 0.9999999999));

        assertThat(least.day7()).isPositive();
        assertThat(most.day30()).isLessThan(1);
        assertThat(most.day7()).isGreaterThan(0.999999).isLessThan(1);
    }

    @Test
    void speaksBothLanguages() {
        assertThat(new Words("dia", "day").in(Locale.forLanguageTag("pt-BR"))).isEqualTo("dia");
        assertThat(new Words("dia", "day").in(Locale.ENGLISH)).isEqualTo("day");
    }
}
