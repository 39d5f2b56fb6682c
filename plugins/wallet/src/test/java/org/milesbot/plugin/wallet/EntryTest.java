package org.milesbot.plugin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class EntryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final Programmes programmes = Programmes.known();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            livelo 42.300                             | livelo          | 42300
            Livelo: 42300                             | livelo          | 42300
            latam pass 42,3 mil                       | latam_pass      | 42300
            LATAM 42k milhas                          | latam_pass      | 42000
            c6 42.300 pontos                          | c6              | 42300
            c6 bank 1,2 milhão                        | c6              | 1200000
            tudo azul = 5000                          | azul            | 5000
            Itaú 12,345                               | itau            | 12345
            miles & more 7.000                        | miles_and_more  | 7000
            esfera 0                                  | esfera          | 0
            banco_novo 500                            | banco_novo      | 500
            smiles 42.300 milhas                      | smiles          | 42300
            """)
    void readsABalance(String line, String program, long points) {
        assertThat(read(line)).isEqualTo(new Entry(program, points, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "livelo 5.000 vence 31/01/2027",
                "livelo 5.000 pontos vencem em 31/01/27",
                "livelo 5 mil, vence em 2027-01-31",
                "Livelo 5000 expira 31.1.2027",
                "livelo 5000 até 31-01-2027",
                "livelo 5,000 expires on 2027-01-31",
                "livelo 5000 31/01/2027"
            })
    void readsWhatExpires(String line) {
        assertThat(read(line)).isEqualTo(new Entry("livelo", 5_000, LocalDate.of(2027, 1, 31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            livelo                          | livelo 42.300
            42.300                          | livelo 42.300
            livello 42.300                  | Livelo
            livelo 42,3                     | 42,3 mil
            livelo 42.300 mil               | 42,3 mil
            livelo 9.999.999.999            | 1.000.000.000
            livelo 5.000 vence 31/01        | não diz o ano
            livelo 5.000 vence 31/02/2027   | não é uma data
            livelo 5.000 vence 21/11/2026   | já passou
            livelo 5.000 vence 21/11/2096   | mais de 20 anos
            livelo 5.000 vence amanhã       | livelo 42.300
            <b>x</b> 500                    | livelo 42.300
            """)
    void saysWhatIsWrongAndWhatIsRight(String line, String sentence) {
        assertThatThrownBy(() -> read(line)).isInstanceOfSatisfying(MilesbotException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.USAGE);
            assertThat(e.text().in(Locale.forLanguageTag("pt-BR"))).contains(sentence);
        });
    }

    private Entry read(String line) {
        return Entry.of(line, programmes, TODAY);
    }
}
