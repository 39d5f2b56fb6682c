package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.api.promo.Window;

/** Promos to write about. */
final class Offers {

    static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    static final ProgramId SMILES = new ProgramId("smiles");
    static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    static final Window UNTIL_MONDAY_WEEK = until("2026-11-30T23:59");

    private Offers() {}

    static Promo transfer(Bonus bonus, Window window, String... origins) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, SMILES)
                .origins(Arrays.stream(origins).map(OriginId::new).toList())
                .bonus(bonus)
                .window(window)
                .build();
    }

    static Promo livelo(Bonus bonus) {
        return transfer(bonus, UNTIL_MONDAY_WEEK, "livelo");
    }

    static Bonus bonus(@Nullable Integer highest, @Nullable Integer base, Tier... tiers) {
        return new Bonus(percent(highest), percent(base), List.of(tiers), null, null);
    }

    static Bonus bounded(Bonus bonus, @Nullable Long least, @Nullable Long most) {
        return new Bonus(bonus.highest(), bonus.base(), bonus.tiers(), least, most);
    }

    static Tier club(int percent, String label) {
        return new Tier(Audience.CLUB, label, Percent.of(percent));
    }

    static Tier card(int percent, String label) {
        return new Tier(Audience.CARD, label, Percent.of(percent));
    }

    static Tier everyone(int percent) {
        return new Tier(Audience.EVERYONE, "Todos", Percent.of(percent));
    }

    /** 80 % for the club, 60 % for the rest, with a least and a most. */
    static Promo usual() {
        return livelo(bounded(bonus(80, 60, club(80, "Clube Smiles")), 1_000L, 300_000L));
    }

    static Window until(String end) {
        return new Window(null, Moment.parse(end));
    }

    static Offer offer(Promo promo) {
        return offer(promo, "Smiles oferece até 80% de bônus na transferência de pontos Livelo", 83.4);
    }

    static Offer offer(Promo promo, String title, @Nullable Double score) {
        return new Offer(
                ID,
                promo,
                title,
                URI.create("https://blog.example.com.br/2026/11/smiles?a=1&b=2"),
                Instant.parse("2026-11-20T15:00:00Z"),
                score,
                null);
    }

    static Offer compared(Offer offer, Goodness goodness) {
        return new Offer(
                offer.promoId(),
                offer.promo(),
                offer.title(),
                offer.url(),
                offer.publishedAt(),
                offer.score(),
                goodness);
    }

    static Telling created(Offer offer) {
        return new Telling(17, Reason.CREATED, "", null, offer);
    }

    static Promo purchase() {
        return Promo.builder(PromoKind.POINTS_PURCHASE, new ProgramId("latam_pass"))
                .bonus(bonus(70, 50, club(70, "Clube LATAM Pass")).withGain(Gain.DISCOUNT))
                .window(until("2026-11-21T18:00"))
                .build();
    }

    static Promo club() {
        return Promo.builder(PromoKind.CLUB, new ProgramId("livelo"))
                .club(new ClubPlan("2000", new BigDecimal("42.9")))
                .window(until("2026-11-22"))
                .build();
    }

    static Promo earning() {
        return Promo.builder(PromoKind.EARN_MULTIPLIER, new ProgramId("azul"))
                .earning(new Earning(
                        new BigDecimal("15"),
                        new BigDecimal("7.5"),
                        Currency.getInstance("BRL"),
                        List.of("Casas Bahia", "Pontofrio", "Extra", "Fast Shop", "Magazine Luiza")))
                .window(until("2026-12-01"))
                .build();
    }

    static Promo internal() {
        return Promo.builder(PromoKind.INTERNAL_TRANSFER, new ProgramId("esfera"))
                .bonus(bonus(30, 30))
                .window(Window.UNKNOWN)
                .build();
    }

    static Promo fare() {
        return seat(60_000, Place.airport("GRU"), Place.airport("LIS"));
    }

    static Promo seat(long miles, @Nullable Place from, @Nullable Place to) {
        return Promo.builder(PromoKind.AWARD_FARE, SMILES)
                .fare(new Fare(
                        from,
                        to,
                        Cabin.BUSINESS,
                        miles,
                        new BigDecimal("350.4"),
                        Trip.ONE_WAY,
                        new TravelDates(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-04-30"))))
                .window(until("2026-11-25"))
                .build();
    }

    static Promo lounge() {
        return Promo.builder(new PromoKind("lounge_pass"), new ProgramId("nova_era"))
                .bonus(bonus(25, null))
                .window(new Window(Moment.parse("2026-11-24"), Moment.parse("2027-01-06")))
                .build();
    }

    private static @Nullable Percent percent(@Nullable Integer value) {
        return value == null ? null : Percent.of(value);
    }
}
