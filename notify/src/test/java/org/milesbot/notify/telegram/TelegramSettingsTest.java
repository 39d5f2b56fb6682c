package org.milesbot.notify.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.notify.testing.BotApiServer;

final class TelegramSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org, 443",
        "https://api.telegram.org/, 443",
        "http://bots.local, 80",
        "http://127.0.0.1:8081, 8081",
        "HTTPS://api.telegram.org, 443"
    })
    void takesTheAddressOfAServer(URI url, int port) {
        assertThat(new TelegramSettings(url, BotApiServer.TOKEN).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/bots",
                "https://example.org?a=b",
                "https://example.org/#x",
                "https://me:secret@example.org",
                "ftp://example.org",
                "example.org",
                "mailto:x@example.org",
                "https:///nowhere"
            })
    void refusesWhatIsMoreOrLess(URI url) {
        assertThatExceptionOfType(MilesbotException.class)
                .isThrownBy(() -> new TelegramSettings(url, BotApiServer.TOKEN))
                .withMessageContaining("http://127.0.0.1:8081")
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION));
    }

    @Test
    void doesNotSayATokenThatWasPastedWithTheAddress() {
        URI pasted = URI.create("https://api.telegram.org/bot" + BotApiServer.TOKEN + "/getMe");

        assertThatExceptionOfType(MilesbotException.class)
                .isThrownBy(() -> new TelegramSettings(pasted, "1:another"))
                .withMessageNotContaining(BotApiServer.TOKEN.substring(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "987654321", "123:a b c", "123:abc/../x", "12a:abcdef"})
    void refusesWhatIsNoTokenWithoutSayingIt(String token) {
        assertThatExceptionOfType(MilesbotException.class)
                .isThrownBy(() -> new TelegramSettings(TelegramSettings.TELEGRAM, token))
                .withMessageContaining("@BotFather")
                .withMessageNotContaining(token);
    }
}
