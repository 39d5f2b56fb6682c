package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

final class StandingWordsTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 11);

    private static String words(Rank year, Rank ever, @Nullable LocalDate last, int lessSince) {
        return words(OutputSettings.PORTUGUESE, new Ranking(year, ever, last, lessSince));
    }

    private static String words(Locale locale, Ranking ranking) {
        return new StandingWords(locale).of(new Standing(ranking, null));
    }

    @Test
    void saysThePlaceAndSinceWhenItIsTheBest() {
        assertThat(words(new Rank(2, 14), new Rank(5, 61), MARCH, 3))
                .isEqualTo("2ª em 12 meses · melhor desde 03/2025");
        assertThat(words(Locale.ENGLISH, new Ranking(new Rank(2, 14), new Rank(5, 61), MARCH, 3)))
                .isEqualTo("no. 2 in 12 months · best since 03/2025");
    }

    @Test
    void saysThePlaceAloneWhereOneAsGoodIsNotLongAgo() {
        assertThat(words(new Rank(9, 14), new Rank(35, 61), MARCH, 2)).isEqualTo("9ª em 12 meses");
    }

    @Test
    void saysThePlaceAmongAllWhereTheYearHasTooFew() {
        assertThat(words(new Rank(2, 3), new Rank(5, 1_061), MARCH, 0)).isEqualTo("5ª de 1.061 ao todo");
    }

    @Test
    void saysThatItIsARecordOrEqualsOne() {
        assertThat(words(new Rank(1, 14), new Rank(1, 61), null, 60)).isEqualTo("recorde");
        assertThat(words(new Rank(1, 14), new Rank(1, 61), MARCH, 9)).isEqualTo("iguala o recorde de 03/2025");
    }

    @Test
    void saysThatItIsARecordOfItsOriginWhereItIsNoneOfItsProgramme() {
        Ranking record = new Ranking(new Rank(1, 3), new Rank(1, 8), null, 7);
        Ranking ninth = new Ranking(new Rank(9, 14), new Rank(35, 61), MARCH, 3);
        Ranking first = new Ranking(new Rank(1, 14), new Rank(1, 61), null, 60);
        StandingWords words = new StandingWords(OutputSettings.PORTUGUESE);
        assertThat(words.of(new Standing(ninth, record))).isEqualTo("9ª em 12 meses · recorde da origem");
        assertThat(words.of(new Standing(first, record))).isEqualTo("recorde");
        assertThat(words.of(new Standing(ninth, ninth))).isEqualTo("9ª em 12 meses · melhor desde 03/2025");
    }

    @Test
    void saysThatThereAreFew() {
        assertThat(words(new Rank(1, 3), new Rank(1, 3), null, 2)).isEqualTo("poucas campanhas");
    }

    @Test
    void saysNothingOfWhatIsNotCompared() {
        assertThat(new StandingWords(Locale.ENGLISH).of(null)).isEmpty();
    }
}
