package org.milesbot.scrapers.extract.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.scrapers.extract.text.HtmlCleaner;

final class MentionsTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2025, 5, 12);

    @Test
    void cutsASentenceThatNeverEnds() {
        Mentions mentions = Mentions.of(HtmlCleaner.clean("", "transfira com 80% de bônus ".repeat(2_000)), PUBLISHED);

        assertThat(mentions.clauses())
                .hasSizeGreaterThan(10)
                .allSatisfy(clause -> assertThat(clause.to() - clause.from()).isLessThanOrEqualTo(251));
        assertThat(mentions.clauses().get(mentions.clauses().size() - 1).to())
                .isEqualTo(mentions.tokens().size());
    }

    @Test
    void keepsALongSentenceOfARegulationWhole() {
        Mentions mentions = Mentions.of(HtmlCleaner.clean("", "a promoção é válida ".repeat(50)), PUBLISHED);

        assertThat(mentions.clauses()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "109,916k milhas | 109916",
                "109.916 milhas | 109916",
                "123,7k pontos | 123700",
                "1,5kk milhas | 1500000",
                "1,5 milhão de pontos | 1500000",
                "50mil pontos | 50000",
                "50 mil pontos | 50000",
                "16.000 milhas | 16000",
                "16k milhas | 16000",
                "3.262 milhas o trecho | 3262"
            })
    void readsAmountsInEveryWriting(String words, BigDecimal amount) {
        Mentions mentions = Mentions.of(HtmlCleaner.clean("", words), PUBLISHED);

        assertThat(mentions.amounts())
                .singleElement()
                .satisfies(found -> assertThat(found.value()).isEqualByComparingTo(amount));
    }
}
