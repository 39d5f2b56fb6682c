package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.dedupe.Part;
import org.milesbot.store.dedupe.Trait;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.promo.PromoState;

final class DossierWordsTest {

    private static final String UNDATED = "sem datas";
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    @ParameterizedTest
    @EnumSource
    void everyTraitHasWordsInBothLanguages(Trait trait) {
        String portuguese = new GroundsWords(PORTUGUESE).of(List.of(trait.slug()));
        String english = new GroundsWords(Locale.ENGLISH).of(List.of(trait.slug()));

        // English falls back to Portuguese where a sentence is missing.
        assertThat(portuguese).isNotBlank().isNotEqualTo(trait.slug()).isNotEqualTo(english);
        assertThat(english).isNotBlank().isNotEqualTo(trait.slug());
    }

    @Test
    void aTraitThatIsNotKnownAnyMoreStandsForItself() {
        assertThat(new GroundsWords(Locale.ENGLISH).of(List.of("same_end", "same_moon")))
                .isEqualTo("same end, same_moon");
    }

    static Stream<String> keys() {
        return Stream.of(
                        Stream.of(Part.values()).map(part -> "part." + part.slug()),
                        Stream.of(PromoState.values()).map(state -> "dossier.state." + state.slug()),
                        Stream.of(Provenance.values())
                                .map(each -> "provenance." + each.name().toLowerCase(Locale.ROOT)))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyPartStateAndProvenanceHasWords(String key) {
        assertThat(Text.of(DossierView.class, key).in(PORTUGUESE)).isNotBlank();
        assertThat(Text.of(DossierView.class, key).in(Locale.ENGLISH)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATED | '' | | anunciada",
                "RAISED | 82.5 | 80 | subiu para 82,5% (antes 80%)",
                "EXTENDED | 2026-11-18 | 2026-11-15 | prorrogada até 18/11/2026 (antes 15/11/2026)",
                "EXTENDED | ? | 2026-11-15 | prorrogada, sem dizer até quando (antes 15/11/2026)",
                "ENDING | 2026-11-18 | | último dia",
                "ENDED | 2026-11-18 | | encerrada (valeu até 18/11/2026)",
                "ENDED | withdrawn | | retirada pelo programa antes do fim",
                "ENDED | faded | | dada por encerrada: não informou o fim e ninguém mais falou dela"
            })
    void saysWhatHappened(EventKind kind, String detail, String before, String words) {
        PromoEvent event = new PromoEvent(1, new UUID(0, 0), kind, detail, before, Instant.EPOCH, Instant.EPOCH, false);

        assertThat(new EventWords(PORTUGUESE).of(event)).isEqualTo(words);
    }

    @Test
    void saysWhatEachKindOffers() {
        ProgramId smiles = new ProgramId("smiles");
        Promo earning = Promo.builder(PromoKind.EARN_MULTIPLIER, smiles)
                .earning(new Earning(
                        BigDecimal.TEN, BigDecimal.ONE, Currency.getInstance("BRL"), List.of("Fast Shop", "Polishop")))
                .build();
        Promo priced = Promo.builder(PromoKind.CLUB, smiles)
                .club(new ClubPlan("2000", new BigDecimal("84.90")))
                .build();
        Promo discounted = Promo.builder(PromoKind.CLUB, smiles)
                .club(new ClubPlan("2000", null))
                .bonus(Bonus.of(Percent.of(30), null))
                .build();
        Promo sale = Promo.builder(PromoKind.POINTS_PURCHASE, smiles)
                .bonus(Bonus.of(Percent.of(55), Percent.of(55)).withGain(Gain.DISCOUNT))
                .build();

        assertThat(parts(earning))
                .containsExactly("Fast Shop, Polishop", "até 10 pts/R$, 1 pts/R$ para todos", UNDATED);
        assertThat(parts(priced)).containsExactly("R$ 84,90/mês", "plano 2.000", UNDATED);
        assertThat(parts(discounted)).containsExactly("até 30%", "plano 2.000", UNDATED);
        assertThat(parts(sale)).containsExactly("55% para todos", "desconto", UNDATED);
    }

    private static List<String> parts(Promo promo) {
        return new PromoLine(ProgramNames.known(), PORTUGUESE).parts(promo);
    }
}
