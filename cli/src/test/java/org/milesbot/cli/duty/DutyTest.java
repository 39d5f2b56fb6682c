package org.milesbot.cli.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class DutyTest {

    @Test
    void areAllUnlessSomebodyChooses() {
        assertThat(Duty.chosen(List.of(), List.of())).containsExactly(Duty.values());
        assertThat(Duty.chosen(List.of("notify", " Scrape"), List.of())).containsExactly(Duty.SCRAPE, Duty.NOTIFY);
        assertThat(Duty.chosen(List.of(), List.of("bot", "serve")))
                .containsExactly(Duty.SCRAPE, Duty.DEDUPE, Duty.FORECAST, Duty.NOTIFY, Duty.TIDY);
        assertThat(Duty.chosen(List.of("bot", "serve"), List.of("bot"))).containsExactly(Duty.SERVE);
    }

    @Test
    void aWrongNameIsAnsweredWithTheNearest() {
        assertWrong(List.of("notfy"), List.of(), "\"notfy\"; talvez notify?");
        assertWrong(List.of(), List.of("xyzzy"), "existem: scrape, dedupe, forecast, notify, tidy, bot, serve");
        assertWrong(List.of("bot"), List.of("bot"), "nenhuma tarefa sobrou");
    }

    private static void assertWrong(List<String> only, List<String> without, String words) {
        assertThatThrownBy(() -> Duty.chosen(only, without))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.USAGE))
                .extracting(error -> ((MilesbotException) error).text().in(Locale.forLanguageTag("pt-BR")))
                .asString()
                .contains(words);
    }
}
