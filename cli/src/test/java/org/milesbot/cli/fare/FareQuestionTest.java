package org.milesbot.cli.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Cabin;

final class FareQuestionTest {

    private static FareQuestion question(FareWishes wishes, @Nullable Stay stay) {
        return new FareQuestion(
                FareEnd.of(Set.of("SAO"), Set.of("GRU", "VCP")),
                FareEnd.of(Set.of("LIS"), Set.of("LIS")),
                new FareDays(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31), false),
                wishes,
                stay);
    }

    @Test
    void admitsWhatIsAsWished() {
        FareQuestion question = question(new FareWishes(Cabin.BUSINESS, 60_000L, 2, true), null);

        assertThat(question.admits(Fares.fare("GRU-LIS", 31, 60_000))).isTrue();
        assertThat(question.admits(Fares.fare("GRU-LIS", 32, 60_000))).isFalse();
        assertThat(question.admits(Fares.fare("GRU-LIS", 1, 60_001))).isFalse();
        assertThat(question.admits(Fares.fare("CGH-LIS", 1, 60_000))).isFalse();
        assertThat(question.admits(Fares.fare("LIS-GRU", 1, 60_000))).isFalse();
        assertThat(question(new FareWishes(Cabin.ECONOMY, null, 1, false), null).admits(Fares.fare("GRU-LIS", 1, 1)))
                .isFalse();
        assertThat(question(new FareWishes(null, null, 3, false), null).admits(Fares.fare("GRU-LIS", 1, 1)))
                .isFalse();
    }

    @Test
    void admitsFlightsBackAsLongAsSomebodyMayStay() {
        FareQuestion question = question(new FareWishes(null, null, 1, false), new Stay(7, 14));

        assertThat(question.admitsBack(Fares.fare("LIS-VCP", 7, 1))).isFalse();
        assertThat(question.admitsBack(Fares.fare("LIS-VCP", 8, 1))).isTrue();
        assertThat(question.admitsBack(Fares.fare("LIS-VCP", 45, 1))).isTrue();
        assertThat(question.admitsBack(Fares.fare("LIS-VCP", 46, 1))).isFalse();
        assertThat(question.admitsBack(Fares.fare("GRU-LIS", 8, 1))).isFalse();
        assertThat(question(new FareWishes(null, null, 1, false), null).admitsBack(Fares.fare("LIS-VCP", 8, 1)))
                .isFalse();
    }
}
