package org.milesbot.plugin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class WalletFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void readsWhatASpreadsheetSaves() {
        assertThat(read("\uFEFFPrograma;Pontos;Vence\r\nLivelo;\"42.300\";\r\nLivelo;5 mil;31/01/2027\r\n;;\r\n", 7L))
                .isEqualTo(Map.of(
                        7L,
                        List.of(
                                new Entry("livelo", 42_300, null),
                                new Entry("livelo", 5_000, LocalDate.of(2027, 1, 31)))));
    }

    @Test
    void readsManyPeopleFromOneFile() {
        assertThat(read("chat,program,points,expires\n7,smiles,100,\n8,smiles,200,2027-01-31\n", null))
                .containsOnlyKeys(7L, 8L);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(refused("""
                        programa;pontos;vence
                        livelo;42.300;
                        livello;42.300;
                        smiles;muitos;31/01
                        azul;100;31/01/2026
                        smiles;"5
                        livelo;1;
                        """, 7L))
                .contains("Nada foi importado", "linha 3: \"livello\"", "Livelo?")
                .contains(
                        "linha 4: \"muitos\"",
                        "linha 4: \"31/01\" não diz o ano",
                        "linha 5: \"31/01/2026\" já passou",
                        "linha 6: As aspas")
                .contains("linha 7: O mesmo programa, com o mesmo vencimento, já está na linha 2");
    }

    @Test
    void saysWhichColumnsItKnows() {
        assertThat(refused("program;ponots\nlivelo;1\n", null))
                .contains("\"ponots\"", "o certo seria pontos", "falta a coluna pontos")
                .contains("--chat 123456789");
        assertThat(refused("chat;programa;pontos\n7;livelo;1\n", 7L)).contains("deixe só uma");
        assertThat(refused("chat;programa;pontos\nana;livelo;1\n", null)).contains("\"ana\" não é o número de um chat");
        assertThat(refused(" \n", 7L)).contains("O arquivo está vazio");
    }

    @Test
    void doesNotGoOnForever() {
        assertThat(refused("programa;pontos\n" + "livello;1\n".repeat(80), 7L))
                .contains("linha 51:", "e mais 30 erros")
                .doesNotContain("linha 52:");
        assertThat(refused("programa;pontos\n" + "\n".repeat(100_000), 7L)).contains("100.000 linhas");
    }

    private static Map<Long, List<Entry>> read(String text, @Nullable Long chat) {
        return WalletFile.read(text, Programmes.known(), TODAY, chat);
    }

    private static String refused(String text, @Nullable Long chat) {
        MilesbotException e = catchThrowableOfType(MilesbotException.class, () -> read(text, chat));
        assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
        return e.text().in(Locale.forLanguageTag("pt-BR"));
    }
}
