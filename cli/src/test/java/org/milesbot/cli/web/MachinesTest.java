package org.milesbot.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.Zones;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.json.JsonApi;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.alert.Household;
import org.milesbot.store.score.ScoreRule;

/** What machines see of the server itself. */
@TestInstance(Lifecycle.PER_CLASS)
final class MachinesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

    private final Household house = new Household();
    private final Clock clock = Clock.fixed(NOW, Zones.SAO_PAULO);
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server = server();
    private String address = "";

    private WebServer server() {
        Shelf shelf = new Shelf(house.database(), ScoreRule.DEFAULT, ProgramNames.known(), clock);
        List<Endpoint> endpoints =
                new ArrayList<>(JsonApi.routes(shelf, () -> new SourceOverview(List.of(), List.of())).stream()
                        .map(Endpoint::of)
                        .toList());
        endpoints.add(Endpoint.of(WebRoute.get("/page", request -> WebReply.html("<p>page</p>", Duration.ZERO))));
        WebServer.Manner manner = new WebServer.Manner(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Set.of(),
                Locale.forLanguageTag("pt-BR"),
                WebLimits.DEFAULT);
        return new WebServer(manner, endpoints, Guests.NONE, new Plain(), Traffic.UNCOUNTED, clock);
    }

    private static final class Plain implements Framing {
        @Override
        public WebReply.Content page(WebReply.Page page, WebRequest request) {
            return WebReply.html(page.html(), page.freshFor());
        }

        @Override
        public WebReply.Content failure(WebReply.Failure failure, WebRequest request) {
            return WebReply.html("<p>failure</p>", Duration.ZERO).withStatus(failure.status());
        }
    }

    @BeforeAll
    void start() {
        house.told("2026-11-18", "livelo 100/80 2026-11-18..2026-11-25");
        address = "http://127.0.0.1:" + server.start();
    }

    @AfterAll
    void close() {
        server.close();
        house.close();
    }

    private HttpResponse<InputStream> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(InputStream body) throws IOException {
        return new ObjectMapper().readTree(body);
    }

    @Test
    void scriptsOfOtherSitesMayReadWhatIsForMachines() throws IOException, InterruptedException {
        assertThat(header(send("GET", "/api/v1/promos", "Origin", "https://a.example"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(send("HEAD", "/api/v1/promos"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(send("GET", "/api/v1/nothing"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        for (HttpResponse<?> other : List.of(send("GET", "/page"), send("POST", "/api/v1/promos"), send("GET", "/x"))) {
            assertThat(header(other, "Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(header(send("GET", "/api/v1/promos"), "Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void browsersMayAskBefore() throws IOException, InterruptedException {
        String[] asking = {"Origin", "https://a.example", "Access-Control-Request-Method", "GET"};
        HttpResponse<?> allowed = send("OPTIONS", "/api/v1/promos", asking);
        HttpResponse<?> refused = send("OPTIONS", "/page", asking);

        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(header(allowed, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(header(allowed, "Access-Control-Allow-Headers")).contains("If-None-Match");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void whatIsKnownIsNotSentAgain() throws IOException, InterruptedException {
        HttpResponse<InputStream> first = send("GET", "/api/v1/promos", "Accept-Encoding", "gzip");
        String mark = header(first, "ETag");
        HttpResponse<InputStream> again = send("GET", "/api/v1/promos", "If-None-Match", mark);

        assertThat(header(first, "Content-Encoding")).isEqualTo("gzip");
        assertThat(json(new GZIPInputStream(first.body())).path("items")).hasSize(1);
        assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=10");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body().readAllBytes()).isEmpty();
        assertThat(header(again, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void problemsLeadIntoTheDocument() throws IOException, InterruptedException {
        JsonNode document = json(send("GET", "/api/v1/openapi.json").body());
        HttpResponse<InputStream> response = send("GET", "/api/v1/promos?limite=3", "Accept-Language", "pt");
        JsonNode problem = json(response.body());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(problem.path("detail").asText())
                .isEqualTo("Não existe o parâmetro “limite” aqui. Você quis dizer limit?");
        assertThat(problem.path("instance").asText()).isEqualTo("/api/v1/promos");
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        for (String path : List.of("/api/v1/promos?limite=3", "/api/v1/nothing", "/feed.atom", "/calendar.ics")) {
            JsonNode any = json(send("GET", path).body());
            String[] type = any.path("type").asText().split("#", 2);
            assertThat(type[0]).isEqualTo("/api/v1/openapi.json");
            assertThat(document.at(type[1]).path("description").asText())
                    .as(path)
                    .isNotEmpty();
        }
        JsonNode method = json(send("DELETE", "/api/v1/promos").body());
        assertThat(document.at(method.path("type").asText().split("#", 2)[1]).isObject())
                .isTrue();
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() throws IOException, InterruptedException {
        String text = new String(
                send("GET", "/api/v1/promo/x", "Accept-Language", "en").body().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(text).contains("is no id of a promo");
    }
}
