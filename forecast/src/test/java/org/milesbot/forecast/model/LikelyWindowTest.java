package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LikelyWindowTest {

    @Test
    void findsTheShortestRunOfDaysThatHoldsOneHalf() {
        assertThat(LikelyWindow.of(List.of(.1, .2, .5, .75, .8))).contains(new LikelyWindow(3, 4));
    }

    @Test
    void beginsTomorrowWhereNoDayIsSpecial() {
        assertThat(LikelyWindow.of(List.of(.2, .36, .488, .59, .67))).contains(new LikelyWindow(1, 4));
    }

    @Test
    void isUnknownBeyondTheCurve() {
        assertThat(LikelyWindow.of(List.of(.1, .2, .3))).isEmpty();
        assertThat(LikelyWindow.of(List.of())).isEmpty();
    }
}
