package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

final class StandingWordsTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 11);
    private static final StandingWords WORDS = new StandingWords(OutputSettings.PORTUGUESE);
    private static final Promo LIVELO = from("livelo");
    private static final Ranking RECORD = new Ranking(new Rank(1, 14), new Rank(1, 61), null, 60);
    private static final Ranking EQUAL = new Ranking(new Rank(1, 14), new Rank(1, 61), MARCH, 9);
    private static final Ranking SECOND = new Ranking(new Rank(2, 14), new Rank(5, 61), MARCH, 3);
    private static final Ranking FEW_IN_A_YEAR = new Ranking(new Rank(2, 3), new Rank(5, 1_061), MARCH, 0);
    private static final Ranking FEW = new Ranking(new Rank(1, 3), new Rank(1, 3), null, 2);

    private static Promo from(String... origins) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                .origins(Arrays.stream(origins).map(OriginId::new).toList())
                .build();
    }

    private static String words(Ranking program, @Nullable Ranking origin) {
        return words(OutputSettings.PORTUGUESE, program, origin);
    }

    private static String words(Locale locale, Ranking program, @Nullable Ranking origin) {
        return new StandingWords(locale).of(LIVELO, new Standing(program, origin));
    }

    private static String cell(Ranking program) {
        return WORDS.program(new Standing(program, null));
    }

    @Test
    void saysThePlacesAndSinceWhenItIsTheBest() {
        assertThat(words(SECOND, null)).isEqualTo("2ª de 14 em 12 meses, 5ª de 61 ao todo · melhor desde 03/2025");
        assertThat(words(Locale.ENGLISH, SECOND, null))
                .isEqualTo("no. 2 of 14 in 12 months, no. 5 of 61 in all · best since 03/2025");
        assertThat(cell(SECOND)).isEqualTo("2ª de 14 · 5ª de 61 · melhor desde 03/2025");
        assertThat(new StandingWords(Locale.ENGLISH).program(new Standing(SECOND, null)))
                .isEqualTo("no. 2 of 14 · no. 5 of 61 · best since 03/2025");
    }

    @Test
    void saysThePlacesAloneWhereOneAsGoodIsNotLongAgo() {
        Ranking ninth = new Ranking(new Rank(9, 14), new Rank(35, 61), MARCH, 2);
        assertThat(words(ninth, null)).isEqualTo("9ª de 14 em 12 meses, 35ª de 61 ao todo");
        assertThat(cell(ninth)).isEqualTo("9ª de 14 · 35ª de 61");
    }

    @Test
    void saysTheSamePlaceOnceInASentence() {
        Ranking third = new Ranking(new Rank(3, 14), new Rank(3, 61), MARCH, 0);
        assertThat(words(third, null)).isEqualTo("3ª de 14 em 12 meses e de 61 ao todo");
        assertThat(cell(third)).isEqualTo("3ª de 14 · 3ª de 61");
    }

    @Test
    void saysThePlaceAmongAllWhereTheYearHasTooFew() {
        assertThat(words(FEW_IN_A_YEAR, null)).isEqualTo("5ª de 1.061 ao todo");
        assertThat(cell(FEW_IN_A_YEAR)).isEqualTo("– · 5ª de 1.061");
    }

    @Test
    void saysThatItIsARecordOrEqualsOne() {
        assertThat(words(RECORD, null)).isEqualTo("recorde · 1ª de 14 em 12 meses e de 61 ao todo");
        assertThat(words(EQUAL, null)).isEqualTo("iguala o recorde de 03/2025 · 1ª de 14 em 12 meses e de 61 ao todo");
        assertThat(cell(RECORD)).isEqualTo("1ª de 14 · 1ª de 61 · recorde");
        assertThat(cell(EQUAL)).isEqualTo("1ª de 14 · 1ª de 61 · iguala o recorde de 03/2025");
    }

    @Test
    void saysThePlacesAmongThoseFromItsOrigin() {
        Ranking record = new Ranking(new Rank(1, 3), new Rank(1, 8), null, 7);
        assertThat(words(SECOND, record))
                .isEqualTo("2ª de 14 em 12 meses, 5ª de 61 ao todo · melhor desde 03/2025"
                        + "; da mesma origem: recorde · 1ª de 8 ao todo");
        assertThat(words(Locale.ENGLISH, RECORD, FEW_IN_A_YEAR))
                .isEqualTo("record · no. 1 of 14 in 12 months and of 61 in all"
                        + "; from the same origin: no. 5 of 1,061 in all");
        assertThat(WORDS.origin(LIVELO, new Standing(SECOND, record))).isEqualTo("– · 1ª de 8 · recorde");
        assertThat(WORDS.origin(LIVELO, new Standing(SECOND, SECOND)))
                .isEqualTo("2ª de 14 · 5ª de 61 · melhor desde 03/2025");
    }

    @Test
    void tellsWhatIsForEveryBankByItsProgrammeAlone() {
        Standing standing = new Standing(EQUAL, RECORD);
        assertThat(WORDS.of(from("*"), standing)).isEqualTo(words(EQUAL, null));
        assertThat(WORDS.origin(from("*"), standing)).isEmpty();
    }

    @Test
    void saysThatThereAreFew() {
        assertThat(words(FEW, FEW)).isEqualTo("poucas campanhas");
        assertThat(words(SECOND, FEW)).isEqualTo(words(SECOND, null));
        assertThat(cell(FEW)).isEqualTo("poucas campanhas");
        assertThat(WORDS.origin(LIVELO, new Standing(SECOND, FEW))).isEqualTo("poucas campanhas");
    }

    @Test
    void saysNothingOfWhatIsNotCompared() {
        assertThat(WORDS.of(LIVELO, null)).isEmpty();
        assertThat(WORDS.program(null)).isEmpty();
        assertThat(WORDS.origin(LIVELO, null)).isEmpty();
        assertThat(WORDS.origin(LIVELO, new Standing(SECOND, null))).isEmpty();
    }
}
