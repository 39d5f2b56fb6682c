package org.milesbot.notify.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Qual programa? Smiles, Azul ou LATAM.|Qual programa? Smiles, Azul ou LATAM.",
                "São 50.000 pontos a 1,5 por real: R$ 1.200,50.|São 50.000 pontos a 1,5 por real: R$ 1.200,50.",
                "Use /help ou /promos.|Use /help ou /promos.",
                "Vá a https://golpe.example/?a=b agora|Vá a […] agora",
                "Vá a golpe.com.br/smiles agora|Vá a […] agora",
                "tg://resolve?domain=golpe|[…]",
                "(www.golpe.net)|([…])",
                "Fale com @golpista ou ana@golpe.com|Fale com […] ou […]",
                "javascript:alert(1)|javascript:alert(1)"
            })
    void leavesOutWhatCanBeTapped(String words, String plain) {
        assertThat(PlainWords.of(words)).isEqualTo(plain);
    }

    @Test
    void isOneParagraphWithoutWhatCannotBeSeen() {
        assertThat(PlainWords.of("\n um\r\n\tdois\u0000\u202e três\u200b \u2028quatro\ud800"))
                .isEqualTo("um dois três quatro");
    }

    @Test
    void cutsBetweenCharacters() {
        String plain = PlainWords.of("🛫".repeat(700));

        assertThat(plain).isEqualTo("🛫".repeat(600) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a-", "@", "a@", ":", "a:", "a:/", "_", "..", " a"})
    void takesEndlessRepetitions(String each) {
        assertThat(PlainWords.of(each.repeat(100_000))).hasSizeLessThanOrEqualTo(601);
    }
}
