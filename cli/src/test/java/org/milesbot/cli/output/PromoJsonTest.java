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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.Window;

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
    void keepsToTheSchema() throws IOException {
        assertThat(violations(json.line(reported(transferBonus())))).isEmpty();
        assertThat(violations(json.line(reported(fare())))).isEmpty();
        assertThat(violations(json.line(new ReportedPromo(
                        UUID.fromString("0b8b8a3e-52a8-4a4f-9a9a-0d8e7b6c5a4f"),
                        fare(),
                        "blog",
                        "t",
                        URI.create("https://example.org/"),
                        Instant.EPOCH,
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
                null, promo, null, "Até 82,5% de bônus", null, Instant.parse("2026-11-20T12:00:00.5Z"), null);
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
                .fare(new Fare("GRU", "JFK", "business", 45_000L, new BigDecimal("312.40")))
                .build();
    }
}
