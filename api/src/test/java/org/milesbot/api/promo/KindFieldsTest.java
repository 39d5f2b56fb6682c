package org.milesbot.api.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindFieldsTest {

    private static final Currency REAL = Currency.getInstance("BRL");

    @Test
    void aPlaceIsAnAirportOrACity() {
        assertThat(new Place("GRU", "SAO")).hasToString("GRU");
        assertThat(Place.city("SAO")).hasToString("SAO");
        assertThat(Place.airport("GRU").city()).isNull();
        assertThatThrownBy(() -> new Place(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Place.airport("gru")).hasMessageContaining("\"gru\"");
    }

    @Test
    void aFareTellsTheAirportsOfItsPlaces() {
        Fare fare = new Fare(
                Place.city("SAO"), new Place("REC", "REC"), Cabin.ECONOMY, 9_000L, null, null, TravelDates.UNKNOWN);

        assertThat(fare.originAirport()).isNull();
        assertThat(fare.destAirport()).isEqualTo("REC");
    }

    @Test
    void travelDoesNotEndBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 3, 5);

        assertThat(new TravelDates(day, day).from()).isEqualTo(day);
        assertThatThrownBy(() -> new TravelDates(day, day.minusDays(1))).hasMessageContaining("2026-03-04");
    }

    @Test
    void ratesThatAreWorthTheSameAreEqual() {
        List<String> shops = new ArrayList<>(List.of("Fast Shop"));
        Earning earning = new Earning(new BigDecimal("10.0"), new BigDecimal("1E+1"), REAL, shops);
        shops.clear();

        assertThat(earning).isEqualTo(new Earning(BigDecimal.TEN, BigDecimal.TEN, REAL, List.of("Fast Shop")));
        assertThat(earning.rateBase()).hasToString("10");
    }

    @Test
    void refusesRatesThatCannotBe() {
        assertThatThrownBy(() -> new Earning(BigDecimal.ONE, BigDecimal.TEN, REAL, List.of()))
                .hasMessageContaining("10");
        assertThatThrownBy(() -> new Earning(BigDecimal.ZERO, null, REAL, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanCostsNothingOrMore() {
        assertThat(new ClubPlan("2000", BigDecimal.ZERO).plan()).isEqualTo("2000");
        assertThatThrownBy(() -> new ClubPlan(null, new BigDecimal("-1"))).hasMessageContaining("-1");
    }

    @Test
    void aBonusKeepsAllElseWhenItsGainIsTold() {
        Bonus bonus = new Bonus(Percent.of(55), Percent.of(50), List.of(), 1_000L, 200_000L);

        assertThat(bonus.gain()).isNull();
        assertThat(bonus.withGain(Gain.DISCOUNT))
                .isEqualTo(new Bonus(Percent.of(55), Percent.of(50), List.of(), 1_000L, 200_000L, Gain.DISCOUNT));
    }

    @Test
    void aPromoHasTheFieldsOfItsKind() {
        Earning earning = new Earning(BigDecimal.TEN, null, REAL, List.of());
        ClubPlan club = new ClubPlan("Classic", null);
        Promo.Builder builder = Promo.builder(PromoKind.EARN_MULTIPLIER, new ProgramId("livelo"));

        assertThat(builder.build().earning()).isNull();
        assertThat(builder.build().club()).isNull();
        assertThat(builder.earning(earning).club(club).build())
                .extracting(Promo::earning, Promo::club)
                .containsExactly(earning, club);
    }
}
