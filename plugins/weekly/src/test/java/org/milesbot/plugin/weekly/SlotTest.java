package org.milesbot.plugin.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class SlotTest {

    @ParameterizedTest
    @CsvSource({
        "sexta 18h, FRIDAY, 18",
        "Sexta-feira às 18h, FRIDAY, 18",
        "sábado 9, SATURDAY, 9",
        "dom 10:00, SUNDAY, 10",
        "terça feira 7h00, TUESDAY, 7",
        "segunda, MONDAY, 12",
        "sunday at 8h, SUNDAY, 8",
        "quinta 0h, THURSDAY, 0"
    })
    void readsADayAndAnHour(String words, DayOfWeek weekday, int hour) {
        assertThat(Slot.of(words, 12)).isEqualTo(new Slot(weekday, hour));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18h", "sexta 24h", "sexta 18h30", "todo dia", "sexta e sábado", ""})
    void saysWhatIsRight(String words) {
        assertThatThrownBy(() -> Slot.of(words, 12)).isInstanceOfSatisfying(MilesbotException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.USAGE);
            assertThat(e.text().in(Locale.forLanguageTag("pt-BR"))).contains("sexta 18h");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:00:00Z, 2026-11-27T21:00:00Z",
        "2026-11-27T20:59:59Z, 2026-11-20T21:00:00Z",
        "2026-11-30T03:00:00Z, 2026-11-27T21:00:00Z"
    })
    void knowsWhenItWasLast(Instant now, Instant latest) {
        assertThat(new Slot(DayOfWeek.FRIDAY, 18).latest(now).toInstant()).isEqualTo(latest);
    }

    @Test
    void isReadInBothLanguages() {
        assertThat(Slot.USUAL.in(Locale.forLanguageTag("pt-BR"))).isEqualTo("sexta-feira, 18h");
        assertThat(Slot.USUAL.in(Locale.ENGLISH)).isEqualTo("Friday, 18:00");
    }
}
