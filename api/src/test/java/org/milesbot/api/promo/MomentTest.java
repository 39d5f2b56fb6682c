package org.milesbot.api.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30", "2026-11-30T23:59", "2026-11-30T00:00", "2028-02-29"})
    void readsWhatItWrites(String iso) {
        assertThat(Moment.parse(iso)).hasToString(iso);
    }

    @Test
    void tellsMidnightFromNoHour() {
        assertThat(Moment.parse("2026-11-30").time()).isNull();
        assertThat(Moment.parse("2026-11-30T00:00"))
                .isEqualTo(new Moment(LocalDate.of(2026, 11, 30), LocalTime.MIDNIGHT))
                .isNotEqualTo(Moment.parse("2026-11-30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30/11/2026", "2026-02-30", "2026-11-30T25:00", "2026-11-30T10:00Z"})
    void refusesWhatIsNoLocalDate(String iso) {
        assertThatThrownBy(() -> Moment.parse(iso)).isInstanceOf(DateTimeParseException.class);
    }
}
