package org.milesbot.store.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.promo.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Window;

class FingerprintTest {

    private static final Moment START = Moment.of(LocalDate.of(2026, 11, 20));

    private static Promo.Builder promo() {
        return Promo.builder(PromoKind.TRANSFER_BONUS, Samples.SMILES).bonus(Bonus.of(Percent.of(80), null));
    }

    private static Fingerprint of(Promo.Builder promo) {
        return Fingerprint.of(promo.build(), NOON);
    }

    @Test
    void isAnAgreedSequenceOfBytes() {
        Fingerprint fingerprint = Fingerprint.of(Samples.transfer(), NOON);

        assertThat(fingerprint.hex()).isEqualTo("5bfbdc91502b12a1106d53c6b039d93be9b3343af979edcc2c050c1621356ac3");
        assertThat(fingerprint.promoId().version()).isEqualTo(8);
        assertThat(fingerprint.promoId().variant()).isEqualTo(2);
    }

    @Test
    void doesNotDependOnWhatIsToldBesides() {
        var plain = promo().window(new Window(START, null));
        var told = promo().window(
                        new Window(new Moment(START.date(), LocalTime.of(9, 0)), Moment.of(LocalDate.of(2026, 11, 30))))
                .bonus(Bonus.of(Percent.of("80.0"), Percent.of(40)))
                .evidence("start", "a partir de hoje");

        assertThat(of(told)).isEqualTo(of(plain));
        assertThat(Fingerprint.of(plain.build(), NOON.plus(Duration.ofDays(3)))).isEqualTo(of(plain));
    }

    @Test
    void tellsApartWhatStartsOnTheSameDay() {
        var window = new Window(START, null);
        var bank = promo().window(window).origins(List.of(new OriginId("itau")));
        var purchase = Promo.builder(PromoKind.POINTS_PURCHASE, Samples.SMILES)
                .bonus(Bonus.of(Percent.of(80), null))
                .window(window);

        assertThat(List.of(of(promo().window(window)), of(bank), of(purchase))).doesNotHaveDuplicates();
    }

    @Test
    void tellsFaresApart() {
        var lisbon = Samples.fare();

        assertThat(List.of(
                        Fingerprint.of(lisbon, NOON), of(fareTo(Place.airport("CDG"))), of(fareTo(Place.city("PAR")))))
                .doesNotHaveDuplicates();
        assertThat(of(fareTo(new Place("CDG", "PAR")))).isEqualTo(of(fareTo(Place.airport("CDG"))));
    }

    private static Promo.Builder fareTo(Place destination) {
        return Promo.builder(PromoKind.AWARD_FARE, Samples.fare().program())
                .fare(new Fare(
                        new Place("GRU", "SAO"),
                        destination,
                        Cabin.BUSINESS,
                        60_000L,
                        null,
                        null,
                        TravelDates.UNKNOWN));
    }

    @Test
    void tellsShopsRatesAndPlansApart() {
        assertThat(Stream.of(
                                earning(Samples.earning("10", "Fast Shop")),
                                earning(Samples.earning("8", "Fast Shop")),
                                earning(Samples.earning("10", "Casas Bahia")),
                                earning(Earning.UNKNOWN),
                                Samples.club("2000", "84.90"),
                                Samples.club("5000", "84.90"))
                        .map(promo -> Fingerprint.of(promo, NOON)))
                .doesNotHaveDuplicates();
        assertThat(Fingerprint.of(Samples.club("2000", "42.45"), NOON))
                .isEqualTo(Fingerprint.of(Samples.club("2000", "84.90"), NOON));
        assertThat(Fingerprint.of(earning(Samples.earning("10", "a", "b")), NOON))
                .isEqualTo(Fingerprint.of(earning(Samples.earning("10", "b", "a")), NOON));
    }

    private static Promo earning(Earning earning) {
        return Promo.builder(PromoKind.EARN_MULTIPLIER, Samples.SMILES)
                .earning(earning)
                .build();
    }

    @Test
    void tellsYearsApartWhereTheStartIsUnknown() {
        Instant lastYear = Instant.parse("2025-11-20T15:00:00Z");

        assertThat(Fingerprint.of(promo().build(), lastYear)).isNotEqualTo(of(promo()));
        assertThat(of(promo().window(new Window(null, Moment.of(LocalDate.of(2025, 11, 30))))))
                .isNotEqualTo(of(promo().window(new Window(null, Moment.of(LocalDate.of(2026, 11, 30))))));
    }

    @Test
    void takesTheDayOfPublicationInBrasilia() {
        Promo promo = promo().build();

        assertThat(Fingerprint.of(promo, Instant.parse("2026-11-21T02:59:00Z"))).isEqualTo(Fingerprint.of(promo, NOON));
        assertThat(Fingerprint.of(promo, Instant.parse("2026-11-21T03:00:00Z")))
                .isNotEqualTo(Fingerprint.of(promo, NOON));
    }
}
