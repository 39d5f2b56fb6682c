package org.milesbot.cli.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.web.WebReply;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.Forecasting.Order;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.Visitor;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.Locks;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.run.Runs;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;

@TestInstance(Lifecycle.PER_CLASS)
final class JsonApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final String HOSTILE = "<script>alert(\"1\")</script>\u0007\n\ud83d\udcb3 & 'x' ";

    private final Household house = new Household();
    private final Shelf shelf =
            new Shelf(house.database(), ScoreRule.DEFAULT, ProgramNames.known(), Clock.fixed(NOW, Zones.SAO_PAULO));
    private final Visitor visitor = new Visitor(JsonApi.routes(shelf, JsonApiTest::sources), NOW);

    private static SourceOverview sources() {
        SourceOverview.Line line =
                new SourceOverview.Line(new SourceKey("blogs", "passageiro"), Provenance.BLOG, SourceState.NEW, null);
        return new SourceOverview(List.of(line), List.of());
    }

    @BeforeAll
    void fill() {
        house.told("2026-05-02", "livelo 80/60 2026-05-02..2026-05-08");
        house.told("2026-07-03", "livelo 70 2026-07-03..2026-07-09");
        house.told("2026-09-04", "itau 90 2026-09-04..2026-09-10");
        house.told("2026-11-18", "livelo 100/80 2026-11-18..2026-11-25");
        house.told("2026-11-20", "esfera 50 2026-11-20..", HOSTILE + "y".repeat(5_000));
        forecasts().run(new Order(LocalDate.of(2026, 11, 20), null, Set.of()), step -> {});
    }

    private ForecastPipeline forecasts() {
        return new ForecastPipeline(
                shelf.past(),
                shelf.forecasts(),
                new Runs(house.database()),
                new MetricLog(house.database()),
                new Locks(house.database()),
                question -> Optional.empty(),
                shelf.clock());
    }

    @AfterAll
    void close() {
        house.close();
    }

    private JsonNode json(String address) {
        try {
            return JSON.readTree(visitor.text("/api/v1" + address));
        } catch (IOException e) {
            throw new AssertionError("no JSON from " + address, e);
        }
    }

    private List<String> origins(String query) {
        List<String> told = new ArrayList<>();
        json("/promos" + query)
                .path("items")
                .forEach(item -> told.add(item.path("origins").path(0).asText()
                        + item.path("bonus_pct").asText()));
        return told;
    }

    @Test
    void listsWhatIsAskedFor() {
        assertThat(origins("")).containsExactly("esfera50", "livelo100", "itau90", "livelo70", "livelo80");
        assertThat(origins("?active=true")).containsExactly("esfera50", "livelo100");
        assertThat(origins("?active=false&from=livelo&min=80")).containsExactly("livelo100", "livelo80");
        assertThat(origins("?program=smiles&program=azul&kind=transfer_bonus&since=2026-09-04"))
                .containsExactly("esfera50", "livelo100", "itau90");
        assertThat(origins("?program=azul")).isEmpty();
        assertThat(origins("?since=2026-11-20T00:00:00-03:00")).containsExactly("esfera50");
    }

    @Test
    void goesThroughAPageAtATime() {
        for (String query : List.of("?limit=2", "?limit=2&sort=score", "?limit=2&active=false&program=smiles")) {
            assertThat(inPages(query)).as(query).isEqualTo(origins(query.replace("limit=2", "limit=9")));
        }
    }

    private List<String> inPages(String query) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 9; page++) {
            seen.addAll(origins(query + cursor));
            JsonNode next = json("/promos" + query + cursor).path("next");
            if (next.isNull()) {
                return seen;
            }
            assertThat(next.asText()).matches("[A-Za-z0-9_-]+");
            cursor = "&cursor=" + next.asText();
        }
        throw new AssertionError("the list never ends");
    }

    @Test
    void knowsCursorsOfItsOwnListOnly() {
        String cursor = json("/promos?limit=1").path("next").asText();
        assertThat(origins("?limit=3&lang=en&cursor=" + cursor)).startsWith("livelo100");
        for (String other : List.of("program=smiles&", "sort=score&", "active=true&", "min=10&", "since=2026-01-01&")) {
            assertThat(visitor.refusal("/api/v1/promos?" + other + "cursor=" + cursor))
                    .startsWith("400 This cursor is not of this list");
        }
        for (int i = 0; i < cursor.length(); i++) {
            String bent = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'Q' : 'A') + cursor.substring(i + 1);
            assertThat(visitor.refusal("/api/v1/promos?cursor=" + bent)).startsWith("400 This cursor");
        }
        for (String wrong : List.of("x", "%00", cursor + "AAAA", cursor.substring(4), "%20%20-", "a".repeat(4_000))) {
            assertThat(visitor.refusal("/api/v1/promos?cursor=" + wrong)).startsWith("400 This cursor");
        }
    }

    @Test
    void saysWhatARightOneLooksLike() {
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "/promos?limite=3", "no parameter “limite” here. Did you mean limit?",
                "/promos?x=3", "Those there are: active, cursor",
                "/promos?limit=3&limit=4", "limit can stand there once only",
                "/promos?limit=201", "from 1 to 200",
                "/promos?limit=0", "from 1 to 200",
                "/promos?active=yes", "true or false",
                "/promos?since=yesterday", "such as 2026-11-01",
                "/promos?sort=best", "published or score",
                "/promos?min=1e-999999999", "such as 80",
                "/promos?program=%00", "such as smiles"));
        wrong.put("/promos?since=0000-01-01", "such as 2026-11-01");
        wrong.put("/promos?from=Livelo!", "such as livelo");
        wrong.put("/promo/abc", "one is such as");
        wrong.put("/forecast?of=banks", "programs or routes");
        wrong.put("/sources?limit=3", "Those there are: lang");
        wrong.forEach((address, sentence) -> assertThat(visitor.refusal("/api/v1" + address))
                .as(address)
                .startsWith("400 ")
                .contains(sentence));
    }

    @Test
    void tellsAllOfOnePromo() {
        JsonNode listed = json("/promos?from=livelo&limit=1").path("items").path(0);
        JsonNode dossier = json("/promo/" + listed.path("id").asText());

        assertThat(dossier.path("promo")).isEqualTo(listed);
        assertThat(dossier.path("sightings")).hasSize(1);
        assertThat(dossier.path("events").findValuesAsText("kind")).contains("created");
    }

    @Test
    void leadsToWhatAPromoTurnedOutToBe() {
        UUID former = UUID.randomUUID();
        house.run("insert into promo_alias (id, promo_id, merged_at) values (?, ?, now())", former, house.promo());

        assertThat(visitor.ask("/api/v1/promo/" + former))
                .isEqualTo(new WebReply.Redirect("/api/v1/promo/" + house.promo()));
        assertThat(visitor.refusal("/api/v1/promo/" + UUID.randomUUID())).startsWith("404 There is no promo");
    }

    @Test
    void tellsStrangersWordsAsText() {
        String text = visitor.text("/api/v1/promos?limit=1");

        assertThat(text.chars().filter(Character::isISOControl)).isEmpty();
        assertThat(json("/promos?limit=1").path("items").path(0).path("title").asText())
                .startsWith("<script>alert(\"1\")</script>")
                .hasSizeGreaterThan(400);
    }

    @Test
    void tellsOfForecastsProgramsAndSources() {
        assertThat(json("/forecast").path("items").findValuesAsText("program")).contains("smiles");
        assertThat(json("/forecast?program=azul").path("items")).isEmpty();
        assertThat(json("/forecast?of=routes&from=livelo").path("items").findValuesAsText("origin"))
                .containsOnly("livelo");
        JsonNode smiles = json("/programs").path("items").path(0);
        assertThat(smiles.path("name").asText()).isEqualTo("Smiles");
        assertThat(smiles.path("promos").asInt()).isEqualTo(5);
        assertThat(smiles.path("open").asInt()).isEqualTo(2);
        assertThat(smiles.path("newest").path("bonus_pct").asInt()).isEqualTo(50);
        assertThat(json("/sources").path("items").path(0).has("muted")).isFalse();
    }

    @Test
    void finds() {
        JsonNode found = json("/search?q=smiles+livelo&limit=2");

        assertThat(found.path("total").asInt()).isEqualTo(3);
        assertThat(found.path("items")).hasSize(2);
        assertThat(found.path("facets").path("pct").findValuesAsText("value")).containsExactly("50", "80", "100");
        String cursor = found.path("next").asText();
        JsonNode rest = json("/search?q=smiles+livelo&limit=2&cursor=" + cursor);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(visitor.refusal("/api/v1/search?q=smiles&cursor=" + cursor)).startsWith("400 This cursor");
        assertThat(json("/search?q=%00%27--&year=2026").path("total").asInt()).isLessThanOrEqualTo(5);
        assertThat(json("/search?from=livelo&from=itau&pct=80").path("total").asInt())
                .isEqualTo(2);
    }

    @Test
    void isDescribedByAValidDocument() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(visitor.text("/api/v1/openapi.json"));

        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void documentNamesAllPathsAndParameters() {
        ObjectNode document = OpenApi.document();
        Map<String, Set<String>> told = new TreeMap<>();
        document.path("paths").properties().forEach(path -> {
            Set<String> names = new TreeSet<>();
            path.getValue().path("get").path("parameters").forEach(reference -> {
                JsonNode parameter = document.at(reference.path("$ref").asText().substring(1));
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            told.put(path.getKey(), names);
        });
        Map<String, Set<String>> offered = new TreeMap<>();
        JsonApi.operations(shelf, JsonApiTest::sources)
                .forEach(operation -> offered.put(
                        operation.path(), new TreeSet<>(operation.parameters().names())));

        assertThat(told).isEqualTo(offered);
    }

    @Test
    void answersAsTheDocumentSays() {
        String id = house.promo().toString();
        Set<String> asked = new HashSet<>();
        for (String address : List.of(
                "/promos",
                "/promos?sort=score&limit=1",
                "/promo/" + id,
                "/search?q=smiles+livelo+100",
                "/search",
                "/forecast",
                "/forecast?of=routes",
                "/programs",
                "/sources",
                "/openapi.json")) {
            String path = address.replace(id, "{id}").replaceFirst("\\?.*", "");
            asked.add(path);
            assertThat(faults(
                            "/paths/" + path.replace("/", "~1") + "/get/responses/200/content/application~1json/schema",
                            json(address)))
                    .as(address)
                    .isEmpty();
        }
        Set<String> told = new HashSet<>();
        OpenApi.document().path("paths").fieldNames().forEachRemaining(told::add);
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void givesExamplesThatAreRight() {
        ObjectNode document = OpenApi.document();
        document.path("components").path("parameters").properties().forEach(parameter -> {
            if (parameter.getValue().has("example")) {
                String schema = "/components/parameters/" + parameter.getKey() + "/schema";
                assertThat(faults(schema, parameter.getValue().path("example")))
                        .as(schema)
                        .isEmpty();
            }
        });
        document.findParents("example").stream()
                .filter(media -> media.path("schema").has("$ref"))
                .forEach(media -> assertThat(faults(
                                media.path("schema").path("$ref").asText().substring(1), media.path("example")))
                        .as(media.toString())
                        .isEmpty());
    }

    private static Set<ValidationMessage> faults(String pointer, JsonNode value) {
        String name = "https://milesbot.org/openapi.json";
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders ->
                        loaders.schemas(Map.of(name, OpenApi.document().toString()))));
        JsonSchema schema = factory.getSchema(
                SchemaLocation.of(name + "#" + pointer),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        return schema.validate(value);
    }
}
