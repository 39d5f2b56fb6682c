package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.cli.output.SampleForecast.ORIGIN;
import static org.milesbot.cli.output.SampleForecast.TODAY;
import static org.milesbot.cli.output.SampleForecast.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.model.Certainty;
import org.milesbot.forecast.model.Driver;
import org.milesbot.forecast.model.Feature;
import org.milesbot.forecast.model.Forecast;
import org.milesbot.forecast.model.Forecaster;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;

final class ForecastJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void printsWhatIsKnown() throws IOException {
        JsonNode line = JSON.readTree(line(
                series("smiles")
                        .from("livelo")
                        .bonus(new Level(70, 82.5, 100, 9))
                        .drivers(List.of(new Driver(Feature.BLACK_FRIDAY, 1.4)))
                        .build(),
                null));

        assertThat(line.path("program").asText()).isEqualTo("smiles");
        assertThat(line.path("origin").asText()).isEqualTo("livelo");
        assertThat(line.path("as_of").asText()).isEqualTo("2026-11-20");
        assertThat(line.path("next_7d_prob").asDouble()).isEqualTo(.34);
        assertThat(line.path("next_7d_prob_lo").asDouble()).isEqualTo(.22);
        assertThat(line.path("next_7d_prob_hi").asDouble()).isEqualTo(.47);
        assertThat(line.path("curve")).hasSize(90);
        assertThat(line.path("window_start").asText()).isEqualTo("2026-11-24");
        assertThat(line.path("window_end").asText()).isEqualTo("2026-12-08");
        assertThat(line.path("typical_bonus").toString()).isEqualTo("82.5");
        assertThat(line.path("bonus_q90").toString()).isEqualTo("100");
        assertThat(line.path("drivers").toString()).isEqualTo("[{\"feature\":\"black_friday\",\"factor\":1.4}]");
        assertThat(line.path("weekday").asInt()).isEqualTo(1);
        assertThat(line.path("running_until").isNull()).isTrue();
    }

    @Test
    void keepsToTheSchema() throws IOException {
        SeriesForecast stranger = series("tap")
                .ended(null)
                .campaigns(0, null)
                .bonus(null)
                .grounds(Certainty.LOW, Readiness.NONE)
                .build();

        assertThat(violations(line(stranger, null))).isEmpty();
        assertThat(violations(line(
                        series("smiles")
                                .from("livelo")
                                .high(.1, .05, .2)
                                .announced(TODAY.plusDays(2))
                                .ended(TODAY.plusDays(1))
                                .build(),
                        Percent.of("82.5"))))
                .isEmpty();
        assertThat(violations("{\"program\":\"Smiles\"}")).isNotEmpty();
    }

    @Test
    void neverPrintsWhatIsCertain() throws IOException {
        JsonNode line = JSON.readTree(
                line(series("smiles").chance(1 - 1e-12, 1e-12, 1 - 1e-15).build(), null));

        assertThat(line.path("next_7d_prob").decimalValue().toPlainString()).isEqualTo("0.999999999");
        assertThat(line.path("next_7d_prob_lo").asDouble()).isPositive();
        assertThat(violations(line.toString())).isEmpty();
    }

    @Test
    void printsWhatTheModelSaysOfCampaigns() throws IOException {
        ProgramId smiles = new ProgramId("smiles");
        Campaign last = campaign(smiles, LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 23));
        Campaign next = campaign(smiles, LocalDate.of(2026, 11, 27), null);
        List<Campaign> told = List.of(campaign(smiles, LocalDate.of(2026, 10, 1), null), last, next);
        Forecast forecast = Forecaster.programs(History.of(told), ORIGIN, Percent.of(90));
        String line = new ForecastJson(ForecastShown.on(TODAY, ToldForecast.of(forecast), Percent.of(90), true))
                .line(forecast.series().get(0));

        assertThat(violations(line)).isEmpty();
        JsonNode fields = JSON.readTree(line);
        assertThat(fields.path("campaigns").asInt()).isEqualTo(2);
        assertThat(fields.path("running_until").asText()).isEqualTo("2026-11-23");
        assertThat(fields.path("announced_start").asText()).isEqualTo("2026-11-27");
        assertThat(fields.path("next_7d_asked_prob").asDouble())
                .isPositive()
                .isLessThan(fields.path("next_7d_prob").asDouble());
    }

    private static Campaign campaign(ProgramId program, LocalDate start, @Nullable LocalDate end) {
        return new Campaign(
                program,
                new TreeSet<>(List.of(new OriginId("livelo"))),
                Percent.of(90),
                null,
                start,
                end,
                Confidence.PARTIAL);
    }

    private static String line(SeriesForecast series, @Nullable Percent asked) {
        return new ForecastJson(ForecastShown.on(TODAY, SampleForecast.of(series), asked, true)).line(series);
    }

    private static List<String> violations(String line) throws IOException {
        JsonSchema validator = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        Files.readString(Path.of("..", "docs", "schemas", "forecast.schema.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return validator.validate(JSON.readTree(line)).stream()
                .map(Object::toString)
                .toList();
    }
}
