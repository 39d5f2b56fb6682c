package org.milesbot.store.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.promo.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
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
        var paris = Promo.builder(PromoKind.AWARD_FARE, lisbon.program())
                .fare(new Fare("GRU", "CDG", "business", 60_000L, null));

        assertThat(of(paris)).isNotEqualTo(Fingerprint.of(lisbon, NOON));
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
