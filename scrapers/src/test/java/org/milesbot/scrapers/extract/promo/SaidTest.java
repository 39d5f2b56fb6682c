package org.milesbot.scrapers.extract.promo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.scrapers.extract.promo.NameMention.Mark;
import org.milesbot.scrapers.extract.promo.NameMention.Standing;
import org.milesbot.scrapers.extract.promo.Rule.Stage;

final class SaidTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    static Stream<Enum<?>> whatRulesSay() {
        return Stream.<Enum<?>[]>of(
                        Aside.values(),
                        Standing.values(),
                        Mark.values(),
                        PercentRole.values(),
                        Reach.values(),
                        DateRole.values(),
                        Lack.Sign.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("whatRulesSay")
    void isSaidInBothLanguages(Enum<?> constant) {
        Said said = Said.of(constant);

        assertThat(said.value()).matches("[a-z-]+");
        assertThat(said.meaning().in(PORTUGUESE)).isNotBlank();
        assertThat(said.meaning().in(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void listsSeveral() {
        Said said = Said.of(List.of(Lack.Sign.BONUS, Lack.Sign.TAKER, Lack.Sign.ORIGIN));

        assertThat(said.value()).isEqualTo("bonus, taker, origin");
        assertThat(said.meaning().in(PORTUGUESE)).isEqualTo("bônus ou porcentagem, destino, origem");
    }

    @Test
    void everyRuleAndStageHasItsSentence() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.slug()).matches("[a-z-]+");
            assertThat(rule.meaning().in(PORTUGUESE)).as(rule.slug()).isNotBlank();
            assertThat(rule.meaning().in(Locale.ENGLISH)).as(rule.slug()).isNotBlank();
        }
        for (Stage stage : Stage.values()) {
            assertThat(stage.meaning().in(PORTUGUESE)).as(stage.slug()).isNotBlank();
        }
    }
}
