package org.milesbot.scrapers.extract.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
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
}
