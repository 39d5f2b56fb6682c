package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;

final class PromoExtractorTest {

    private final PromoExtractor extractor = new PromoExtractor();

    @Test
    void readsTheSameWithAnotherExtractor() {
        assertThat(LabelledCase.read("/announcements/dev.jsonl"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(extractor.extract(each.announcement()))
                        .isEqualTo(new PromoExtractor().extract(each.announcement())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seu status Gold no hotel vale café da manhã | <p>Quem tem status Gold ganha 20% de desconto.</p>",
                "Compre pontos com 55% de desconto na Livelo | <p>O milheiro sai por R$ 31,50.</p>",
                "18 pontos por real em compras na loja parceira | <p>Compre com o link e ganhe 18 pontos por real.</p>",
                "'' | ''"
            })
    void takesNoneOfTheseForATransferBonus(String title, String html) {
        Announcement announcement = new Announcement(
                "trap",
                title,
                html,
                null,
                OffsetDateTime.parse("2026-11-20T09:00:00-03:00").toInstant());

        assertThat(extractor.extract(announcement)).extracting(Promo::kind).doesNotContain(PromoKind.TRANSFER_BONUS);
    }
}
