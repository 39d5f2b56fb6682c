package org.milesbot.plugin.rumours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.plugin.rumours.ChatLines.Said;

class ChatLinesTest {

    private static final Instant NOW = Instant.parse("2026-03-12T20:00:00Z");
    private static final Instant THEN = Instant.parse("2026-03-12T17:05:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[12/03/2026 14:05] Fulano de Tal: Smiles com 100%",
                "[12/03/2026, 14:05:33] Fulano: Smiles com 100%",
                "\u200e[12/03/26, 14:05:33] \u202a+55 11 99999-0000\u202c: Smiles com 100%",
                "[14:05, 12/03/2026] Fulano: Smiles com 100%",
                "12/03/2026 14:05 - Fulano: Smiles com 100%",
                "12/03/2026, 14:05\u00a0- Fulano: Smiles com 100%",
                "Fulano, [12.03.2026 14:05]\nSmiles com 100%",
            })
    void takesWhoSaidItAwayAndKeepsWhen(String line) {
        assertThat(ChatLines.of(line, NOW)).containsExactly(new Said(THEN, "Smiles com 100%"));
    }

    @Test
    void tellsMessagesApart() {
        String chat = """
                12/03/2026 14:00 - As mensagens são protegidas com a criptografia de ponta a ponta.
                12/03/2026 14:05 - Ana: Olhem:
                Smiles com 100%
                até dia 15
                12/03/2026 14:06 - Bia: oba
                """;

        assertThat(ChatLines.of(chat, NOW))
                .containsExactly(
                        new Said(THEN, "Olhem:\nSmiles com 100%\naté dia 15"), new Said(THEN.plusSeconds(60), "oba"));
    }

    @Test
    void takesOtherWordsForOneMessageOfNow() {
        assertThat(ChatLines.of("Smiles com 100%\r\n\r\naté 15/03: só hoje", NOW))
                .containsExactly(new Said(NOW, "Smiles com 100%\n\naté 15/03: só hoje"));
        assertThat(ChatLines.of(" \n ", NOW)).isEmpty();
    }

    @Test
    void believesNoTimeToComeAndNoDayThatIsNone() {
        assertThat(ChatLines.of("[31/12/2031 14:05] Ana: oi", NOW)).containsExactly(new Said(NOW, "oi"));
        assertThat(ChatLines.of("[31/02/2026 14:05] Ana: oi", NOW))
                .containsExactly(new Said(NOW, "[31/02/2026 14:05] Ana: oi"));
    }
}
