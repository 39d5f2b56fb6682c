package org.milesbot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MilesbotExceptionTest {

    private final MilesbotException exception =
            new MilesbotException(ErrorKind.DATA, Text.of(TextTest.class, "greeting", "Ana", 2));

    @Test
    void logsInEnglishAndSpeaksToPeopleInTheirLanguage() {
        assertThat(exception).hasMessage("Hello, Ana! You have 2 points.");
        assertThat(exception.text().in(Locale.forLanguageTag("pt-BR"))).startsWith("Olá, Ana!");
        assertThat(exception.kind()).isEqualTo(ErrorKind.DATA);
    }

    @Test
    void keepsItsEnglishSentenceThroughSerialisation() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            MilesbotException read = (MilesbotException) in.readObject();

            assertThat(read.text()).hasToString("Hello, Ana! You have 2 points.");
            assertThat(read.kind()).isEqualTo(ErrorKind.DATA);
        }
    }
}
