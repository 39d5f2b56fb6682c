package org.milesbot.api.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Window ONE_WEEK = new Window(Moment.of(DAY), Moment.of(DAY.plusDays(7)));

    @Test
    void refusesToEndOnADayBeforeItStarts() {
        assertThatThrownBy(() -> new Window(Moment.of(DAY), Moment.of(DAY.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-19")
                .hasMessageContaining("2026-11-20");
    }

    @Test
    void mayStartAndEndOnOneDay() {
        Window window = new Window(Moment.of(DAY), Moment.parse("2026-11-20T12:00"));

        assertThat(window.isOverOn(DAY)).isFalse();
        assertThat(window.isAheadOf(DAY)).isFalse();
    }

    @Test
    void countsTheWholeLastDay() {
        assertThat(ONE_WEEK.isOverOn(DAY.plusDays(7))).isFalse();
        assertThat(ONE_WEEK.isOverOn(DAY.plusDays(8))).isTrue();
    }

    @Test
    void isAheadUntilTheFirstDay() {
        assertThat(ONE_WEEK.isAheadOf(DAY.minusDays(1))).isTrue();
        assertThat(ONE_WEEK.isAheadOf(DAY)).isFalse();
    }

    @Test
    void isNeitherOverNorAheadWhereNothingIsKnown() {
        assertThat(Window.UNKNOWN.isOverOn(DAY)).isFalse();
        assertThat(Window.UNKNOWN.isAheadOf(DAY)).isFalse();
        assertThat(Window.UNKNOWN.isSuspect(DAY)).isFalse();
    }

    @Test
    void isSuspectWhenItEndsFarFromThePublication() {
        assertThat(endingAt(DAY.plusDays(65)).isSuspect(DAY)).isFalse();
        assertThat(endingAt(DAY.plusDays(66)).isSuspect(DAY)).isTrue();
        assertThat(endingAt(DAY.minusDays(66)).isSuspect(DAY)).isTrue();
    }

    private static Window endingAt(LocalDate day) {
        return new Window(null, Moment.of(day));
    }
}
