package org.milesbot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    @Test
    void speaksPortugueseAndEnglish() {
        Text text = Text.of(TextTest.class, "greeting", "Ana", 12_500);

        assertThat(text.in(PORTUGUESE)).isEqualTo("Olá, Ana! Você tem 12.500 pontos.");
        assertThat(text.in(Locale.ENGLISH)).isEqualTo("Hello, Ana! You have 12,500 points.");
        assertThat(text).hasToString("Hello, Ana! You have 12,500 points.");
    }

    @Test
    void speaksPortugueseWhereALanguageIsNotSpoken() {
        assertThat(Text.of(TextTest.class, "nested", "x").in(Locale.FRENCH)).isEqualTo("Aviso: x");
        assertThat(Text.of(TextTest.class, "portuguese.only").in(Locale.ENGLISH))
                .isEqualTo("só em português");
    }

    @Test
    void saysATextAmongTheArgumentsInTheSameLanguage() {
        Text text = Text.of(TextTest.class, "nested", Text.of(TextTest.class, "greeting", "Ana", 1));

        assertThat(text.in(PORTUGUESE)).isEqualTo("Aviso: Olá, Ana! Você tem 1 pontos.");
        assertThat(text.in(Locale.ENGLISH)).isEqualTo("Note: Hello, Ana! You have 1 points.");
    }

    @Test
    void leavesBracesInArgumentsAlone() {
        assertThat(Text.of(TextTest.class, "nested", "{0} it's").in(Locale.ENGLISH))
                .isEqualTo("Note: {0} it's");
        assertThat(Text.plain("{0} it's").in(PORTUGUESE)).isEqualTo("{0} it's");
    }

    @Test
    void keepsItsArgumentsWhenTheCallersArrayChanges() {
        Object[] arguments = {"before"};
        Text text = Text.of(TextTest.class, "nested", arguments);
        arguments[0] = "after";

        assertThat(text).hasToString("Note: before");
    }

    @Test
    void isSaidByManyThreadsAtOnce() {
        List<String> said = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(number ->
                        Text.of(TextTest.class, "greeting", "Ana", number).in(PORTUGUESE))
                .toList();

        assertThat(said)
                .isEqualTo(IntStream.range(0, 20_000)
                        .mapToObj(
                                number -> "Olá, Ana! Você tem " + String.format(PORTUGUESE, "%,d", number) + " pontos.")
                        .toList());
    }

    @Test
    void namesTheKeyAndTheBundleThatAreMissing() {
        assertThatThrownBy(() -> Text.of(TextTest.class, "no.such.key").in(Locale.ENGLISH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no.such.key")
                .hasMessageContaining("org.milesbot.api.messages");
    }
}
