package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.fare.FarePair;
import org.milesbot.cli.fare.Fares;
import org.milesbot.cli.fare.Path;
import org.milesbot.cli.fare.Paths;
import org.milesbot.cli.fare.Purse;
import org.milesbot.cli.fare.Ticket;
import org.milesbot.cli.output.Look.Colour;
import org.milesbot.cli.output.ShownFare.Usual;
import org.milesbot.notify.message.Offer;

final class FareOutputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AwardFare SEAT = Fares.fare("smiles", "GRU-LIS", LocalDate.of(2027, 3, 10), 60_000, "350.00");
    private static final AwardFare BACK = Fares.fare("smiles", "LIS-VCP", LocalDate.of(2027, 3, 20), 55_000, null);
    private static final AwardFare BARE = new AwardFare(
            new ProgramId("azul"),
            "VCP",
            "LIS",
            LocalDate.of(2027, 3, 11),
            Cabin.ECONOMY,
            41_500,
            null,
            null,
            null,
            List.of(),
            Instant.parse("2026-11-22T11:55:00Z"),
            null);
    private static final Usual USUAL = new Usual(80_000L, 60_000L, 60_000L, 55_000L, 62_000L, 120);

    private static String printed(Locale locale, Colour colour, Consumer<Console> output) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        output.accept(new Console(writer, writer, new Look(locale, Set.of(), colour, 0, false)));
        writer.flush();
        return out.toString();
    }

    private static String table(Locale locale, Colour colour, ShownFare... fares) {
        return printed(
                locale, colour, console -> new FareTable(console, ProgramNames.known(), NOW).print(List.of(fares)));
    }

    @Test
    void printsFaresAsATable() {
        assertThat(table(PORTUGUESE, Colour.NEVER, new ShownFare(SEAT, "fares_partner", USUAL), ShownFare.of(BARE)))
                .isEqualTo("""
                        DIA              TRECHO     PROGRAMA         CABINE     MILHAS      TAXAS  LUGARES  VOO     COMPANHIAS  VISTO     COMPARAÇÃO
                        qua. 10/03/2027  GRU → LIS  Smiles           executiva  60.000  R$ 350,00        2  direto  TP          há 3 h    menor preço em 90 dias, mediana 80.000
                        qui. 11/03/2027  VCP → LIS  Azul Fidelidade  econômica  41.500          –        –  –       –           há 5 min
                        """);
    }

    @Test
    void leavesOutTheComparisonWhereThereIsNone() {
        assertThat(table(Locale.ENGLISH, Colour.NEVER, ShownFare.of(SEAT))).isEqualTo("""
                        DAY             ROUTE      PROGRAMME  CABIN      MILES      TAXES  SEATS  FLIGHT  AIRLINES  SEEN
                        Wed 10/03/2027  GRU → LIS  Smiles     business  60,000  R$ 350.00      2  direct  TP        3 h ago
                        """);
    }

    @Test
    void coloursWhatIsCheapWhereThereAreColours() {
        ShownFare cheap = new ShownFare(SEAT, null, new Usual(80_000L, null, null, null, 60_000L, 30));
        ShownFare dear = new ShownFare(SEAT, null, new Usual(80_000L, 50_000L, null, null, 50_000L, 30));

        assertThat(table(PORTUGUESE, Colour.ALWAYS, cheap, dear).lines().toList())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("\u001b[1m"),
                        row -> assertThat(row).startsWith("\u001b[32mqua.").contains("entre os 10% mais baratos"),
                        row -> assertThat(row).startsWith("qua.").doesNotContain("baratos"));
        assertThat(table(PORTUGUESE, Colour.NEVER, cheap)).doesNotContain("\u001b");
    }

    @Test
    void printsFlightsThereAndBack() {
        String pairs = printed(
                PORTUGUESE,
                Colour.NEVER,
                console -> new FareTable(console, ProgramNames.known(), NOW)
                        .printPairs(List.of(new FarePair(SEAT, BACK))));

        assertThat(pairs).isEqualTo("""
                IDA              VOLTA             ESTADA  TRECHO           PROGRAMA  CABINE      MILHAS  TAXAS  VOO     COMPANHIAS  VISTO
                qua. 10/03/2027  sáb. 20/03/2027  10 dias  GRU → LIS → VCP  Smiles    executiva  115.000      –  direto  TP          há 3 h
                """);
    }

    private static List<Path> paths(long livelo, int passengers) {
        Promo bonus = Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                .origins(List.of(new OriginId("livelo")))
                .bonus(Bonus.of(Percent.of(100), Percent.of(80)))
                .build();
        Offer offer = new Offer(
                UUID.fromString("0b8b8a3e-52a8-4a4f-9a9a-0d8e7b6c5a4f"),
                bonus,
                "Bônus",
                URI.create("https://example.org/bonus"),
                Instant.EPOCH,
                null,
                null);
        Purse purse = new Purse(
                Map.of("smiles", 12_000L, "livelo", livelo),
                Set.of(),
                Map.of("livelo", new BigDecimal("35"), "smiles", new BigDecimal("16")),
                Map.of());
        return new Paths(List.of(offer), purse, slug -> true).ranked(List.of(Ticket.of(SEAT, passengers)), 5);
    }

    @Test
    void printsTheArithmeticOfWays() {
        String out = printed(
                PORTUGUESE,
                Colour.NEVER,
                console -> new PathOutput(console, ProgramNames.known()).print(paths(60_000, 1)));

        assertThat(out).isEqualTo("""
                1. GRU → LIS, qua. 10/03/2027, executiva: 60.000 milhas Smiles + R$ 350,00
                   Você já tem 12.000 milhas Smiles; faltam 48.000.
                   80% de bônus saindo de Livelo:
                   1. Transfira 26.667 pontos (Livelo)
                   2. Ganhe 21.333 de bônus
                   3. Fique com 48.000 milhas Smiles
                   4. Emita GRU → LIS
                   Sem o bônus seriam 48.000 pontos: são 21.333 a menos.
                   Sobram 33.333 em Livelo.
                   Custo com taxas: R$ 1.475,35
                2. GRU → LIS, qua. 10/03/2027, executiva: 60.000 milhas Smiles + R$ 350,00
                   Você já tem 12.000 milhas Smiles; faltam 48.000.
                   Se você tiver 100% de bônus saindo de Livelo:
                   1. Transfira 24.000 pontos (Livelo)
                   2. Ganhe 24.000 de bônus
                   3. Fique com 48.000 milhas Smiles
                   4. Emita GRU → LIS
                   Sem o bônus seriam 48.000 pontos: são 24.000 a menos.
                   Sobram 36.000 em Livelo.
                   Custo com taxas: R$ 1.382,00
                3. GRU → LIS, qua. 10/03/2027, executiva: 60.000 milhas Smiles + R$ 350,00
                   Você já tem 12.000 milhas Smiles; faltam 48.000.
                   Faltam 48.000 pontos em Smiles.
                   Custo com taxas: R$ 1.310,00
                """);
    }

    @Test
    void saysHowManyPointsAreMissing() {
        String out = printed(
                Locale.ENGLISH,
                Colour.NEVER,
                console -> new PathOutput(console, ProgramNames.known()).print(paths(20_000, 2)));

        assertThat(out)
                .contains("GRU → LIS, Wed 10/03/2027, business, 2 passengers: 120,000 Smiles miles + R$ 700.00")
                .contains("40,000 points too few at Livelo.")
                .doesNotContain("Left over");
    }

    @Test
    void keepsToTheSchema() throws IOException {
        FareJson json = new FareJson(
                fare -> fare.equals(SEAT) ? new ShownFare(fare, "fares_partner", USUAL) : ShownFare.of(fare));

        JsonNode fare = valid(json.line(SEAT));
        assertThat(fare.path("taxes_brl").decimalValue()).isEqualByComparingTo("350");
        assertThat(fare.path("direct").asBoolean()).isTrue();
        assertThat(fare.path("fetched_at").asText()).isEqualTo("2026-11-22T06:00:00-03:00");
        assertThat(fare.path("statistics").path("p10").asLong()).isEqualTo(62_000);
        JsonNode bare = valid(json.line(BARE));
        for (String field : List.of("taxes_brl", "seats", "stops", "direct", "provider", "link", "statistics")) {
            assertThat(bare.get(field).isNull()).as(field).isTrue();
        }
        JsonNode pair = valid(json.line(new FarePair(SEAT, BACK)));
        assertThat(pair.path("miles").asLong()).isEqualTo(115_000);
        assertThat(pair.path("taxes_brl").isNull()).isTrue();
        assertThat(pair.path("inbound").path("destination").asText()).isEqualTo("VCP");
        for (Path path : paths(20_000, 1)) {
            valid(json.line(path));
        }
        JsonNode path = valid(json.line(paths(60_000, 1).get(0)));
        assertThat(path.path("transfer").path("points_sent").asLong()).isEqualTo(26_667);
        assertThat(path.path("cost_brl").decimalValue()).isEqualByComparingTo("1475.345");
        assertThat(violations("{\"program\":\"smiles\"}")).isNotEmpty();
    }

    private static JsonNode valid(String line) throws IOException {
        assertThat(line).doesNotContain("\n");
        assertThat(violations(line)).as(line).isEmpty();
        return JSON.readTree(line);
    }

    private static List<String> violations(String line) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        Files.readString(java.nio.file.Path.of("..", "docs", "schemas", "fare.schema.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return schema.validate(JSON.readTree(line)).stream()
                .map(Object::toString)
                .toList();
    }
}
