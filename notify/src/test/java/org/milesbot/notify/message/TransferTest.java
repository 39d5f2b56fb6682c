package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.notify.message.Transfer.Arrived;

class TransferTest {

    private static Arrived now(long points, String percent, @Nullable Long least, @Nullable Long cap) {
        return new Transfer(points).now(Percent.of(percent), new Bonus(null, null, List.of(), least, cap));
    }

    @ParameterizedTest
    @CsvSource({"50000, 80, 90000", "50000, 0, 50000", "1, 99.9, 1", "33, 82.5, 60", "100000000, 10000, 10100000000"})
    void addsTheBonusInWholeMiles(long points, String percent, long miles) {
        assertThat(now(points, percent, null, null)).isEqualTo(new Arrived(miles, false, false));
    }

    @Test
    void cutsTheBonusAtItsCap() {
        assertThat(now(50_000, "80", null, 30_000L)).isEqualTo(new Arrived(80_000, true, false));
        assertThat(now(50_000, "80", null, 40_000L)).isEqualTo(new Arrived(90_000, false, false));
    }

    @Test
    void givesNoBonusForLessThanTheLeast() {
        assertThat(now(999, "80", 1_000L, null)).isEqualTo(new Arrived(999, false, true));
        assertThat(now(1_000, "80", 1_000L, null)).isEqualTo(new Arrived(1_800, false, false));
    }

    @ParameterizedTest
    @CsvSource({"50000, 0.62, 80, 74800", "50000, 0.1, 33.3, 51665", "7, 0.5, 50, 8", "50000, 0.001, 1, 50000"})
    void expectsTheMeanOfABonusAndOfNone(long points, double chance, String usual, long miles) {
        assertThat(new Transfer(points).expected(chance, Percent.of(usual))).isEqualTo(miles);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000_001})
    void refusesWhatIsNoTransfer(long points) {
        assertThatThrownBy(() -> new Transfer(points)).isInstanceOf(IllegalArgumentException.class);
    }
}
