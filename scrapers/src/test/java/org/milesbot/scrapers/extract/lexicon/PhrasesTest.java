package org.milesbot.scrapers.extract.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.scrapers.extract.text.Folding;

class PhrasesTest {

    @Test
    void leavesPlainPhrasesAsTheyAre() {
        assertThat(Phrases.of("bonus no cartao")).containsExactly("bonus no cartao");
    }

    @Test
    void putsEachOfSeveralWordsInTheirPlace() {
        assertThat(Phrases.of("no|na ultima|proxima semana"))
                .containsExactly("no ultima semana", "no proxima semana", "na ultima semana", "na proxima semana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acabar:present | acaba acabam",
                "vender:present | vende vendem",
                "abrir:present | abre abrem",
                "cair:present | cai caem",
                "sair:past | saiu saíram",
                "acabar:past | acabou acabaram",
                "morrer:past | morreu morreram",
                "acabar:imperfect | acabava acabavam",
                "valer:imperfect | valia valiam",
                "acabar:conditional | acabaria acabariam",
                "abrir:future | abrirá abrirão",
                "abrir:coming | vai abrir vão abrir",
                "abrir:gerund | abrindo",
                "encerrar:participle | encerrado encerrada encerrados encerradas",
                "estender:participle | estendido estendida estendidos estendidas",
                "trocar:command | troque troquem",
                "pagar:command | pague paguem",
                "lançar:command | lance lancem",
                "vender:command | venda vendam",
                "transferir:if | transferir transferirem",
                "trazer:if | trouxer trouxerem",
                "ir:past | foi foram",
                "abrir:infinitive | abrir"
            })
    void conjugates(String entry, String forms) {
        assertThat(Folding.fold(String.join(" ", Phrases.of(entry)))).isEqualTo(Folding.fold(forms));
    }

    @Test
    void conjugatesSeveralVerbsInSeveralTenses() {
        assertThat(Phrases.of("acabar|abrir:present+past hoje"))
                .containsExactly(
                        "acaba hoje",
                        "acabam hoje",
                        "abre hoje",
                        "abrem hoje",
                        "acabou hoje",
                        "acabaram hoje",
                        "abriu hoje",
                        "abriram hoje");
    }
}
