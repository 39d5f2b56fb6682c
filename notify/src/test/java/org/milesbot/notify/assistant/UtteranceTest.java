package org.milesbot.notify.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class UtteranceTest {

    @Test
    void boundsWhatOthersWrote() {
        Utterance utterance =
                new Utterance("qual dessas?", Collections.nCopies(9, new Quote("título", "Smiles ".repeat(1_000))));

        assertThat(utterance.quotes()).hasSize(Utterance.MOST_QUOTES);
        assertThat(utterance.quotes())
                .allSatisfy(quote -> assertThat(quote.text()).hasSize(1_500));
    }
}
