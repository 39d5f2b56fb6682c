package org.milesbot.store.promo;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
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
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.score.ScoreRule;

/** Promos and sightings for the tests of this module. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    public static final SourceId BLOG = new SourceId("passageiro");
    public static final ProgramId SMILES = new ProgramId("smiles");

    private Samples() {}

    /** What passes a filter, as it is listed at {@link #NOON}. */
    public static List<PromoRow> listed(Promos promos, PromoFilter filter) {
        return promos.list(filter, ScoreRule.DEFAULT, NOON);
    }

    /** A transfer bonus in which every field that it can have is known. */
    public static Promo transfer() {
        return Promo.builder(PromoKind.TRANSFER_BONUS, SMILES)
                .origins(List.of(new OriginId("livelo"), new OriginId("itau")))
                .bonus(new Bonus(
                        Percent.of("82.5"),
                        Percent.of(60),
                        List.of(new Tier(Audience.CLUB, "Clube \"Smiles\" 10 mil", Percent.of("82.5"))),
                        5_000L,
                        300_000L))
                .window(new Window(
                        Moment.of(LocalDate.of(2026, 11, 20)),
                        new Moment(LocalDate.of(2026, 11, 30), LocalTime.of(23, 59))))
                .evidence("bonus_pct", "até 82,5% de bônus")
                .evidence("end", "até as 23h59 de 30/11")
                .build();
    }

    /** A transfer bonus of which nothing but the percentage is known. */
    public static Promo undated(int percent) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, SMILES)
                .bonus(Bonus.of(Percent.of(percent), Percent.of(percent)))
                .build();
    }

    /** A flight paid with miles. */
    public static Promo fare() {
        return Promo.builder(PromoKind.AWARD_FARE, new ProgramId("latam_pass"))
                .fare(new Fare(
                        new Place("GRU", "SAO"),
                        Place.airport("LIS"),
                        Cabin.BUSINESS,
                        60_000L,
                        new BigDecimal("312.40"),
                        Trip.ONE_WAY,
                        new TravelDates(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 6, 10))))
                .build();
    }

    /** Points for purchases, with every field that it can have. */
    public static Promo earning() {
        return Promo.builder(PromoKind.EARN_MULTIPLIER, new ProgramId("livelo"))
                .earning(earning("10", "Fast Shop", "Casas Bahia"))
                .build();
    }

    /** A rate per real at some shops, for everyone 2 points. */
    public static Earning earning(String rate, String... shops) {
        return new Earning(new BigDecimal(rate), new BigDecimal(2), Currency.getInstance("BRL"), List.of(shops));
    }

    /** A subscription with its plan and price. */
    public static Promo club(String plan, String price) {
        return Promo.builder(PromoKind.CLUB, SMILES)
                .club(new ClubPlan(plan, new BigDecimal(price)))
                .build();
    }

    /** Points at a discount. */
    public static Promo purchase(Gain gain) {
        return Promo.builder(PromoKind.POINTS_PURCHASE, SMILES)
                .bonus(Bonus.of(Percent.of(50), null).withGain(gain))
                .build();
    }

    /** A sighting by a blog, published at {@link #NOON}. */
    public static Sighting sighting(Promo promo) {
        return sighting(promo, BLOG, Provenance.BLOG, NOON);
    }

    public static Sighting sighting(Promo promo, SourceId source, Provenance provenance, Instant publishedAt) {
        return new Sighting(
                promo, source, provenance, "Smiles dá 82,5%", URI.create("https://example.org/smiles"), publishedAt);
    }

    public static Sighted sighted(String announcement, Promo promo) {
        return new Sighted(announcement, sighting(promo));
    }
}
