package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.notify.message.Offers.bonus;
import static org.milesbot.notify.message.Offers.compared;
import static org.milesbot.notify.message.Offers.offer;
import static org.milesbot.notify.message.Offers.transfer;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Window;
import org.milesbot.notify.message.Compared.Place;

final class StandingPhrasesTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 11);
    private static final Place NINTH = new Place(9, 14);
    private static final Place SIXTIETH = new Place(60, 150);
    private static final Compared ORDINARY = new Compared(NINTH, SIXTIETH, null, false, false);
    private static final Compared BEST_SINCE = new Compared(new Place(2, 14), new Place(5, 61), MARCH, false, false);
    private static final Compared EQUAL = new Compared(new Place(1, 14), new Place(1, 61), MARCH, false, true);
    private static final Compared RECORD = new Compared(new Place(1, 14), new Place(1, 61), null, true, false);
    private static final Compared RECORD_OF_TEN = new Compared(null, new Place(1, 10), null, true, false);
    private static final Compared EQUAL_OF_TEN = new Compared(null, new Place(1, 10), MARCH, false, true);

    private static String words(Compared program, @Nullable Compared origin, String... origins) {
        return words("pt", program, origin, origins);
    }

    private static String words(String language, Compared program, @Nullable Compared origin, String... origins) {
        Phrases phrases = new Phrases(Locale.forLanguageTag(language));
        OfferPhrases names = new OfferPhrases(phrases, slug -> slug.equals("livelo") ? "Livelo" : slug);
        return new StandingPhrases(phrases, new TimePhrases(phrases, Offers.TODAY), names)
                .of(compared(offer(transfer(bonus(80, 80), Window.UNKNOWN, origins)), new Goodness(program, origin)))
                .value();
    }

    @Test
    void saysThePlacesOfTheYearAndOfAllAndSinceWhenItIsTheBest() {
        assertThat(words(BEST_SINCE, null))
                .isEqualTo("2ª melhor de 14 em 12 meses, 5ª de 61 ao todo · melhor desde 03/2025");
        assertThat(words("en", BEST_SINCE, null))
                .isEqualTo("no. 2 of 14 in 12 months, no. 5 of 61 in all · best since 03/2025");
    }

    @Test
    void saysTheSamePlaceOnce() {
        Compared third = new Compared(new Place(3, 14), new Place(3, 61), null, false, false);
        assertThat(words(third, null)).isEqualTo("3ª melhor de 14 em 12 meses e de 61 ao todo");
        assertThat(words("en", third, null)).isEqualTo("no. 3 of 14 in 12 months and of 61 in all");
    }

    @Test
    void saysThatItIsTheBestOfTheYearThoughNotOfAll() {
        Compared first = new Compared(new Place(1, 14), new Place(5, 61), null, false, false);
        assertThat(words(first, null)).isEqualTo("a melhor de 14 em 12 meses, 5ª de 61 ao todo");
        assertThat(words("en", first, null)).isEqualTo("the best of 14 in 12 months, no. 5 of 61 in all");
    }

    @Test
    void saysThePlaceAmongAllAloneWhereTheYearHasTooFew() {
        Compared few = new Compared(null, SIXTIETH, null, false, false);
        assertThat(words(few, null)).isEqualTo("60ª melhor de 150 ao todo");
        assertThat(words("en", few, null)).isEqualTo("no. 60 of 150 in all");
    }

    @Test
    void saysAmongHowManyItIsTheBestOrEqualsTheBest() {
        assertThat(words(RECORD, null)).isEqualTo("recorde: a melhor de 14 em 12 meses e de 61 ao todo");
        assertThat(words("en", RECORD, null)).isEqualTo("record: the best of 14 in 12 months and of 61 in all");
        assertThat(words(EQUAL, null)).isEqualTo("iguala o recorde de 03/2025 (1ª de 14 em 12 meses e de 61 ao todo)");
        assertThat(words("en", EQUAL, null))
                .isEqualTo("equals the record of 03/2025 (no. 1 of 14 in 12 months and of 61 in all)");
        assertThat(words(EQUAL_OF_TEN, null)).isEqualTo("iguala o recorde de 03/2025 (1ª de 10 ao todo)");
    }

    @Test
    void saysARecordOfItsOrigin() {
        assertThat(words(ORDINARY, RECORD_OF_TEN, "livelo"))
                .isEqualTo("9ª melhor de 14 em 12 meses, 60ª de 150 ao todo"
                        + " · recorde com pontos Livelo: a melhor de 10 ao todo");
        assertThat(words("en", ORDINARY, EQUAL_OF_TEN, "livelo"))
                .isEqualTo("no. 9 of 14 in 12 months, no. 60 of 150 in all"
                        + " · equals the record with Livelo points (no. 1 of 10 in all)");
        assertThat(words(RECORD, RECORD_OF_TEN, "livelo"))
                .endsWith(" · recorde com pontos Livelo: a melhor de 10 ao todo");
        assertThat(words(EQUAL, EQUAL_OF_TEN, "livelo"))
                .endsWith(" · iguala o recorde com pontos Livelo (1ª de 10 ao todo)");
    }

    @Test
    void saysThePlacesAmongThoseFromItsOriginWhateverTheyAre() {
        Compared origin = new Compared(new Place(2, 5), new Place(12, 30), null, false, false);
        assertThat(words(ORDINARY, origin, "livelo"))
                .endsWith(" · com pontos Livelo: 2ª melhor de 5 em 12 meses, 12ª de 30 ao todo");
        Compared first = new Compared(new Place(1, 5), new Place(12, 30), null, false, false);
        assertThat(words("en", ORDINARY, first, "livelo"))
                .endsWith(" · with Livelo points: the best of 5 in 12 months, no. 12 of 30 in all");
        Compared few = new Compared(null, new Place(3, 10), null, false, false);
        assertThat(words(ORDINARY, few, "livelo")).endsWith(" · com pontos Livelo: 3ª melhor de 10 ao todo");
        Compared noBetter = new Compared(new Place(9, 9), new Place(60, 60), null, false, false);
        assertThat(words(ORDINARY, noBetter, "livelo"))
                .endsWith(" · com pontos Livelo: 9ª melhor de 9 em 12 meses, 60ª de 60 ao todo");
    }

    @Test
    void saysSinceWhenItIsTheBestOfItsOriginUnlessItsProgrammeSaysTheSame() {
        Place place = new Place(2, 20);
        Compared longer = new Compared(null, place, LocalDate.of(2024, 5, 2), false, false);
        assertThat(words(BEST_SINCE, longer, "livelo"))
                .endsWith(
                        " · melhor desde 03/2025 · com pontos Livelo: 2ª melhor de 20 ao todo · melhor desde 05/2024");
        Compared same = new Compared(null, place, MARCH, false, false);
        assertThat(words(BEST_SINCE, same, "livelo"))
                .endsWith(" · melhor desde 03/2025 · com pontos Livelo: 2ª melhor de 20 ao todo");
    }

    @Test
    void namesSeveralOriginsShortly() {
        assertThat(words(ORDINARY, RECORD_OF_TEN, "livelo", "itau"))
                .endsWith(" · recorde dessas origens: a melhor de 10 ao todo");
    }

    @Test
    void tellsWhatIsForEveryBankByItsProgrammeAlone() {
        assertThat(words(ORDINARY, RECORD_OF_TEN, "*")).isEqualTo("9ª melhor de 14 em 12 meses, 60ª de 150 ao todo");
    }

    @Test
    void saysNothingOfWhatIsNotCompared() {
        Phrases phrases = new Phrases(Locale.ENGLISH);
        assertThat(new StandingPhrases(
                                phrases,
                                new TimePhrases(phrases, Offers.TODAY),
                                new OfferPhrases(phrases, slug -> slug))
                        .of(offer(Offers.usual()))
                        .isEmpty())
                .isTrue();
    }
}
