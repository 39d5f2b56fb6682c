package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import org.milesbot.store.promo.PromoState;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;
import org.milesbot.store.score.Standing;

final class PromoJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final PromoJson json = new PromoJson(TODAY);

    @Test
    void printsWhatIsKnownAndNullForTheRest() throws IOException {
        JsonNode line = JSON.readTree(json.line(reported(transferBonus())));

        assertThat(line.path("bonus_pct").decimalValue()).isEqualByComparingTo("82.5");
        assertThat(line.path("origins")).hasSize(2);
        assertThat(line.path("origins").get(0).asText()).isEqualTo("esfera");
        assertThat(line.path("start").isNull()).isTrue();
        assertThat(line.path("end").asText()).isEqualTo("2026-11-30T23:59");
        assertThat(line.path("published_at").asText()).isEqualTo("2026-11-20T09:00:00-03:00");
        assertThat(line.path("state").asText()).isEqualTo("active");
        assertThat(line.path("miles").isNull()).isTrue();
        assertThat(line.path("tiers").get(0).path("audience").asText()).isEqualTo("club");
        assertThat(line.path("evidence").path("bonus_pct").asText()).isEqualTo("até 82,5% de bônus");
    }

    @Test
    void printsWhereAndWhenAFareFlies() throws IOException {
        JsonNode line = JSON.readTree(json.line(reported(fare())));

        assertThat(line.path("origin_airport").asText()).isEqualTo("GRU");
        assertThat(line.path("origin_city").asText()).isEqualTo("SAO");
        assertThat(line.path("dest_airport").isNull()).isTrue();
        assertThat(line.path("dest_city").asText()).isEqualTo("NYC");
        assertThat(line.path("trip").asText()).isEqualTo("round_trip");
        assertThat(line.path("travel_from").asText()).isEqualTo("2027-03-05");
        assertThat(line.path("travel_to").isNull()).isTrue();
        assertThat(line.path("shops")).isEmpty();
    }

    @Test
    void printsRatesPlansAndGains() throws IOException {
        JsonNode earning = JSON.readTree(json.line(reported(earning())));
        JsonNode club = JSON.readTree(json.line(reported(club())));

        assertThat(earning.path("rate_max").decimalValue()).isEqualByComparingTo("10");
        assertThat(earning.path("rate_base").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(earning.path("rate_unit").asText()).isEqualTo("BRL");
        assertThat(earning.path("shops").get(0).asText()).isEqualTo("Fast Shop");
        assertThat(club.path("plan").asText()).isEqualTo("2000");
        assertThat(club.path("monthly_price_brl").decimalValue()).isEqualByComparingTo("84.90");
        assertThat(club.path("gain").isNull()).isTrue();
        assertThat(JSON.readTree(json.line(reported(purchase()))).path("gain").asText())
                .isEqualTo("discount");
    }

    @Test
    void printsScoresAndRanks() throws IOException {
        Ranking best = new Ranking(new Rank(2, 14), new Rank(5, 61), LocalDate.of(2025, 3, 11), 9);
        Ranking few = new Ranking(new Rank(1, 2), new Rank(1, 3), null, 2);
        JsonNode line = JSON.readTree(json.line(appraised(new Standing(best, few))));

        assertThat(line.path("score").decimalValue()).isEqualByComparingTo("72.9");
        assertThat(line.path("score_parts"))
                .isEqualTo(JSON.readTree(
                        "{\"freshness\":0.7937,\"provenance\":0.7333,\"structure\":0.8000,\"hit_rate\":0.3137}"));
        assertThat(line.path("standing").path("program"))
                .isEqualTo(JSON.readTree("{\"rank_12_months\":2,\"of_12_months\":14,\"rank_ever\":5,\"of_ever\":61,"
                        + "\"best_since\":\"2025-03-11\",\"record\":null}"));
        assertThat(line.path("standing").path("origin"))
                .isEqualTo(JSON.readTree("{\"rank_12_months\":null,\"of_12_months\":2,\"rank_ever\":null,"
                        + "\"of_ever\":3,\"best_since\":null,\"record\":null}"));
        assertThat(violations(line.toString())).isEmpty();
    }

    @Test
    void tellsRecordsFromWhatEqualsThem() throws IOException {
        Ranking fresh = new Ranking(new Rank(1, 4), new Rank(1, 9), null, 8);
        Ranking equal = new Ranking(new Rank(1, 4), new Rank(1, 9), LocalDate.of(2025, 3, 11), 2);
        JsonNode standing =
                JSON.readTree(json.line(appraised(new Standing(fresh, equal)))).path("standing");

        assertThat(standing.path("program").path("record").asText()).isEqualTo("new");
        assertThat(standing.path("origin").path("record").asText()).isEqualTo("equal");
        assertThat(standing.path("origin").path("best_since").asText()).isEqualTo("2025-03-11");
        assertThat(violations(json.line(appraised(new Standing(equal, null))))).isEmpty();
    }

    @Test
    void keepsToTheSchema() throws IOException {
        assertThat(violations(json.line(reported(transferBonus())))).isEmpty();
        assertThat(violations(json.line(reported(fare())))).isEmpty();
        assertThat(violations(json.line(reported(earning())))).isEmpty();
        assertThat(violations(json.line(reported(club())))).isEmpty();
        assertThat(violations(json.line(reported(purchase())))).isEmpty();
        assertThat(violations(json.line(new ReportedPromo(
                        UUID.fromString("0b8b8a3e-52a8-4a4f-9a9a-0d8e7b6c5a4f"),
                        fare(),
                        "blog",
                        "t",
                        URI.create("https://example.org/"),
                        Instant.EPOCH,
                        PromoState.WITHDRAWN,
                        null,
                        null,
                        true))))
                .isEmpty();
    }

    @Test
    void schemaRefusesWhatIsNoPromo() throws IOException {
        assertThat(violations("{\"kind\":\"Transfer Bonus\"}")).isNotEmpty();
    }

    @Test
    void printsOneLineAnAnnouncement() throws IOException {
        String line = json.line("a \"quoted\" id", List.of(reported(fare())));

        assertThat(line).doesNotContain("\n");
        assertThat(JSON.readTree(line).path("id").asText()).isEqualTo("a \"quoted\" id");
        assertThat(JSON.readTree(line).path("promos")).hasSize(1);
    }

    private static List<String> violations(String line) throws IOException {
        Path schema = Path.of("..", "docs", "schemas", "promo.schema.json");
        JsonSchema validator = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        Files.readString(schema),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return validator.validate(JSON.readTree(line)).stream()
                .map(Object::toString)
                .toList();
    }

    private static ReportedPromo reported(Promo promo) {
        return new ReportedPromo(
                null,
                promo,
                null,
                "Até 82,5% de bônus",
                null,
                Instant.parse("2026-11-20T12:00:00.5Z"),
                null,
                null,
                null,
                null);
    }

    private static ReportedPromo appraised(Standing standing) {
        ReportedPromo plain = reported(transferBonus());
        Score score = new Score(72.9, new ScoreParts(0.7937005, 0.7333333, 0.8, 0.3137255));
        return new ReportedPromo(
                plain.id(),
                plain.promo(),
                plain.source(),
                plain.title(),
                plain.url(),
                plain.publishedAt(),
                PromoState.EXTENDED,
                score,
                standing,
                null);
    }

    private static Promo transferBonus() {
        Tier club = new Tier(Audience.CLUB, "Clube Smiles", Percent.of("82.5"));
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                .origins(List.of(new OriginId("livelo"), new OriginId("esfera")))
                .bonus(new Bonus(Percent.of("82.50"), Percent.of(50), List.of(club), 1000L, null))
                .window(new Window(null, new Moment(LocalDate.of(2026, 11, 30), LocalTime.of(23, 59))))
                .evidence("bonus_pct", "até 82,5% de bônus")
                .build();
    }

    private static Promo fare() {
        return Promo.builder(PromoKind.AWARD_FARE, new ProgramId("latam_pass"))
                .fare(new Fare(
                        new Place("GRU", "SAO"),
                        Place.city("NYC"),
                        Cabin.BUSINESS,
                        45_000L,
                        new BigDecimal("312.40"),
                        Trip.ROUND_TRIP,
                        new TravelDates(LocalDate.of(2027, 3, 5), null)))
                .build();
    }

    private static Promo earning() {
        return Promo.builder(PromoKind.EARN_MULTIPLIER, new ProgramId("livelo"))
                .earning(new Earning(
                        BigDecimal.TEN, new BigDecimal("0.5"), Currency.getInstance("BRL"), List.of("Fast Shop")))
                .build();
    }

    private static Promo club() {
        return Promo.builder(PromoKind.CLUB, new ProgramId("smiles"))
                .club(new ClubPlan("2000", new BigDecimal("84.90")))
                .build();
    }

    private static Promo purchase() {
        return Promo.builder(PromoKind.POINTS_PURCHASE, new ProgramId("smiles"))
                .bonus(Bonus.of(Percent.of(55), null).withGain(Gain.DISCOUNT))
                .build();
    }
}
