package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToldPromosTest {

    private static final UUID NOBODY_KNOWS = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final Household house = new Household();
    private final ToldPromos told = new ToldPromos(house.database());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void tellsWhatSomebodyHearsOf() {
        house.person(7, "");
        house.person(8, "threshold = 100");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.match("2026-11-21T15:00");
        UUID promo = UUID.fromString(house.rows("select id from promo").get(0));

        assertThat(told.of(7, List.of(promo, NOBODY_KNOWS))).containsExactly(promo);
        assertThat(told.of(8, List.of(promo))).isEmpty();
        assertThat(told.of(9, List.of(promo))).isEmpty();
        assertThat(told.of(7, List.of())).isEmpty();
    }

    @Test
    void countsNotWhatNeverArrived() {
        house.person(7, "");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.match("2026-11-21T15:00");
        UUID promo = UUID.fromString(house.rows("select id from promo").get(0));

        house.run("update alert set state = 'expired'");
        assertThat(told.of(7, List.of(promo))).isEmpty();
        house.run("update alert set state = 'dead'");
        assertThat(told.of(7, List.of(promo))).isEmpty();
        house.run("update alert set state = 'sent'");
        assertThat(told.of(7, List.of(promo))).containsExactly(promo);
    }

    @Test
    void refusesEndlessQuestions() {
        assertThatThrownBy(() -> told.of(7, Collections.nCopies(1_001, NOBODY_KNOWS)))
                .hasMessageContaining("1000");
    }
}
