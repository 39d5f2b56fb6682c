package org.milesbot.cli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRoute;

class WebServerTest {

    private static final String LONG = "campanha de transferência bonificada ".repeat(100);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final WebLimits LIMITS =
            new WebLimits(1_000, 100, 8, Duration.ofSeconds(20), Duration.ofMillis(1_500));
    private static final AtomicInteger MADE = new AtomicInteger();

    private static Listening server;

    @BeforeAll
    static void start() {
        server = Listening.with(LIMITS, routes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Endpoint> routes() {
        return List.of(
                Endpoint.of(WebRoute.get("/long", request -> WebReply.html(LONG, MINUTE))),
                Endpoint.of(WebRoute.get("/now", request -> WebReply.html("agora", Duration.ZERO))),
                Endpoint.of(WebRoute.get(
                        "/language", request -> WebReply.html(request.language().toLanguageTag(), Duration.ZERO))),
                Endpoint.of(WebRoute.get("/counted", request -> {
                    Thread.sleep(50);
                    return WebReply.html("n" + MADE.incrementAndGet(), MINUTE);
                })),
                Endpoint.of(WebRoute.get("/wrong", request -> {
                    throw new MilesbotException(ErrorKind.USAGE, Text.plain("assim não"));
                })),
                Endpoint.of(WebRoute.get("/broken", request -> {
                    throw new IllegalStateException("the secret is 42");
                })),
                Endpoint.of(WebRoute.get("/down", request -> {
                    throw new MilesbotException(ErrorKind.EXTERNAL, Text.plain("postgresql://secret@host is away"));
                })),
                Endpoint.of(WebRoute.get("/api/v1/broken", request -> {
                    throw new IllegalStateException("the secret is 42");
                })),
                Endpoint.of(WebRoute.get("/away", request -> new WebReply.Redirect("/now?x=1"))),
                Endpoint.of(WebRoute.get(
                        "/promo/{id}", request -> WebReply.html("promo " + request.part("id"), Duration.ZERO))),
                Endpoint.of(WebRoute.get("/", request -> new WebReply.Page("Oi", "<p>oi</p>", Duration.ZERO)), "guest"),
                Endpoint.of(WebRoute.post(
                        "/say",
                        request -> WebReply.html(
                                "said " + request.form().first("word").orElse("nothing"), Duration.ZERO))),
                Endpoint.personal(
                        WebMethod.GET,
                        "/who",
                        call -> new Answer(
                                WebReply.html(call.address(), Duration.ZERO), java.util.Map.of("X-Own", "yes"))));
    }

    @Test
    void answersWithWhatProtectsPeople() {
        HttpResponse<String> answer = server.get("/now");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("agora");
        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void saysNotModifiedToWhoHasIt() {
        HttpResponse<String> first = server.get("/long");
        String mark = header(first, "etag");
        HttpResponse<String> second = server.get("/long", "If-None-Match", "\"other\", " + mark);

        assertThat(header(first, "cache-control")).isEqualTo("public, max-age=60");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(second, "etag")).isEqualTo(mark);
        assertThat(server.get("/long", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void compressesForWhoTakesIt() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.at("/long"))
                .header("Accept-Encoding", "br, gzip")
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(answer.body()).hasSizeLessThan(LONG.length() / 4);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG);
        }
        assertThat(server.get("/long", "Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding"))
                .isEmpty();
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> answer = server.send(
                HttpRequest.newBuilder(server.at("/long")).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "etag")).isNotEmpty();
    }

    @Test
    void hasAnAnswerThatIsTheSameForAllMadeOnce() throws InterruptedException, ExecutionException {
        MADE.set(0);
        ExecutorService many = Executors.newFixedThreadPool(6);
        CountDownLatch together = new CountDownLatch(6);
        List<Future<String>> answers = IntStream.range(0, 6)
                .mapToObj(i -> many.submit(() -> {
                    together.countDown();
                    together.await();
                    return server.get("/counted").body();
                }))
                .toList();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("n1");
        }
        many.shutdown();

        assertThat(server.get("/counted", "Accept-Language", "en").body()).isEqualTo("n2");
        assertThat(server.get("/counted?x=1").body()).isEqualTo("n3");
        assertThat(server.get("/counted").body()).isEqualTo("n1");
    }

    @Test
    void tellsPeopleWhatTheyDidWrong() {
        HttpResponse<String> answer = server.get("/wrong");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("<p>assim não</p>");
    }

    @ParameterizedTest
    @CsvSource({"/broken,500", "/down,503", "/api/v1/broken,500"})
    void tellsNothingOfWhatIsBehindAFailure(String path, int status) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isNotBlank().doesNotContain("secret", "Exception", "milesbot.cli", "42");
    }

    @Test
    void tellsMachinesOfProblems() {
        HttpResponse<String> answer = server.get("/api/v1/nothing", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "content-type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404", "\"detail\":\"There is nothing at this address.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/promo", "/long/more", "/%2e%2e/etc/passwd", "/p/other/"})
    void hasNothingElsewhere(String path) {
        assertThat(server.get(path).statusCode()).isIn(404, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void takesNoOtherMethods(String method) {
        assertThat(server.send(HttpRequest.newBuilder(server.at("/long"))
                                .method(method, HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void sendsOn() {
        HttpResponse<String> answer = server.get("/away");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "location")).isEqualTo("/now?x=1");
    }

    @Test
    void givesPlugInsAPlaceOfTheirOwn() {
        assertThat(server.get("/p/guest/").body()).isEqualTo("<main><p>oi</p></main>");
        assertThat(server.get("/p/guest").body()).isEqualTo("<main><p>oi</p></main>");
    }

    @Test
    void readsThePartsOfAPath() {
        assertThat(server.get("/promo/%C3%A7%20a").body()).isEqualTo("promo ç a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/language|en-US,en;q=0.9|en",
                "/language|de, en;q=0.5, pt;q=0.1|en",
                "/language|pt-PT|pt-BR",
                "/language|fr|pt-BR",
                "/language|!!|pt-BR",
                "/language?lang=pt|en|pt-BR",
                "/language?lang=en|pt|en",
                "/language?lang=xx|en|en"
            })
    void speaksTheLanguageThatIsAskedFor(String path, String accepted, String spoken) {
        HttpResponse<String> answer = server.get(path, "Accept-Language", accepted);

        assertThat(answer.body()).isEqualTo(spoken);
        assertThat(header(answer, "content-language")).isEqualTo(spoken);
    }

    @Test
    void takesFormsOfOurOwnPagesOnly() {
        assertThat(server.post("/say", "word=ol%C3%A1", "Sec-Fetch-Site", "same-origin")
                        .body())
                .isEqualTo("said olá");
        assertThat(server.post(
                                "/say",
                                "word=x",
                                "Origin",
                                "http://127.0.0.1:" + server.at("/").getPort())
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.post("/say", "word=x").statusCode()).isEqualTo(403);
        assertThat(server.post("/say", "word=x", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(server.post("/say", "word=x", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesTooMuch() {
        assertThat(server.get("/now?q=" + "a".repeat(9_000)).statusCode()).isEqualTo(400);
        assertThat(server.get("/now?" + "a=1&".repeat(101)).statusCode()).isEqualTo(400);
        assertThat(server.post("/say", "word=" + "a".repeat(70_000), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isIn(400, 413);
        assertThat(server.get("/now", "X-Long", "a".repeat(20_000)).statusCode())
                .isEqualTo(431);
    }

    @Test
    void answersNonsenseWithoutAWordOfItself() throws IOException {
        String answer = server.raw("NONSENSE\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("jetty", "Jetty", "Exception");
    }

    @Test
    void cutsThoseWhoNeverFinishAsking() throws IOException {
        assertThat(server.raw("GET /now HTTP/1.1\r\nHost: x\r\nX-Slow: ")).doesNotContain("200");
    }

    @Test
    void slowsDownWhoAsksTooOften() {
        try (Listening strict = Listening.with(LIMITS.withPerSecond(1), routes())) {
            List<HttpResponse<String>> answers =
                    IntStream.range(0, 12).mapToObj(i -> strict.get("/now")).toList();

            assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 429);
            HttpResponse<String> last = answers.get(answers.size() - 1);
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(header(last, "retry-after"))).isBetween(1, 2);
            assertThat(last.body()).contains("pedidos demais");
        }
    }

    @Test
    void believesTheProxiesThatAreTrustedOnly() {
        try (Listening behind = Listening.with(LIMITS, Set.of("127.0.0.1", "10.0.0.9"), routes())) {
            assertThat(behind.get("/who", "X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.9")
                            .body())
                    .isEqualTo("203.0.113.7");
        }
        HttpResponse<String> direct = server.get("/who", "X-Forwarded-For", "203.0.113.7");
        assertThat(direct.body()).isEqualTo("127.0.0.1");
        assertThat(header(direct, "x-own")).isEqualTo("yes");
    }

    @Test
    void saysWhenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            WebServer.Manner manner = new WebServer.Manner(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort()),
                    Set.of(),
                    Locale.ROOT,
                    LIMITS);
            try (WebServer second = new WebServer(
                    manner, List.of(), Guests.NONE, Listening.PLAIN, Traffic.UNCOUNTED, Clock.systemUTC())) {
                assertThatThrownBy(second::start)
                        .isInstanceOf(MilesbotException.class)
                        .hasMessageContaining(String.valueOf(taken.getLocalPort()));
            }
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
