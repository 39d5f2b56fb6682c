package org.milesbot.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.milesbot.notify.message.Compared;
import org.milesbot.notify.message.Compared.Place;
import org.milesbot.notify.message.Goodness;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

final class OffersTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 11);

    @Test
    void tellsWhereItStandsInItsProgrammeAndAmongItsOrigin() {
        Ranking program = new Ranking(new Rank(9, 14), new Rank(20, 61), MARCH, 2);
        Ranking origin = new Ranking(new Rank(1, 3), new Rank(1, 8), null, 7);
        assertThat(Offers.goodness(new Standing(program, origin)))
                .isEqualTo(new Goodness(
                        new Compared(new Place(9, 14), new Place(20, 61), null, false, false),
                        new Compared(null, new Place(1, 8), null, true, false)));
    }

    @Test
    void tellsSinceWhenOnlyOfWhatStandsOutOrEqualsARecord() {
        Rank year = new Rank(2, 14);
        assertThat(Offers.goodness(new Standing(new Ranking(year, new Rank(4, 61), MARCH, 3), null)))
                .isEqualTo(new Goodness(new Compared(new Place(2, 14), new Place(4, 61), MARCH, false, false), null));
        assertThat(Offers.goodness(new Standing(new Ranking(new Rank(1, 14), new Rank(1, 61), MARCH, 0), null)))
                .isEqualTo(new Goodness(new Compared(new Place(1, 14), new Place(1, 61), MARCH, false, true), null));
    }

    @Test
    void tellsNothingWhereTooFewAreKnown() {
        Ranking enough = new Ranking(new Rank(2, 3), new Rank(2, 4), MARCH, 0);
        Ranking few = new Ranking(new Rank(1, 3), new Rank(1, 3), null, 2);
        assertThat(Offers.goodness(null)).isNull();
        assertThat(Offers.goodness(new Standing(few, few))).isNull();
        assertThat(Offers.goodness(new Standing(enough, few)))
                .isEqualTo(new Goodness(new Compared(null, new Place(2, 4), null, false, false), null));
    }
}
