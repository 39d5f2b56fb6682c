package org.milesbot.scrapers.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Failed;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.NotModified;
import org.milesbot.api.source.Validators;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.scrapers.fetch.FetchSettings;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.fetch.HttpFetcher;

class RecordingTest {

    private static final String DATE = "Fri, 20 Nov 2026 10:00:00 GMT";
    private static final URI PAGE = URI.create("https://www.example.com.br/promo");

    private final SettableClock clock = SettableClock.at("2026-11-20T12:00:00.123456Z");
    private final SettableClock later = SettableClock.at("2027-01-01T00:00:00Z");
    private final FetchSettings settings = FetchSettings.defaults(URI.create("https://example.org/bot"))
            .withPrivateHosts(Set.of("*"))
            .withPoliteness(Politeness.NONE);

    @TempDir
    private Path folder;

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static MockResponse page(String path) {
        byte[] latin = "<p>Promoção em Latin-1</p>".getBytes(StandardCharsets.ISO_8859_1);
        return switch (path) {
            case "/robots.txt" ->
                new MockResponse.Builder()
                        .body("User-agent: *\nDisallow: /no\n")
                        .build();
            case "/moved" ->
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", "/latin")
                        .build();
            case "/latin" ->
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html; charset=iso-8859-1")
                        .addHeader("Set-Cookie", "session=secret")
                        .body(new Buffer().write(latin))
                        .build();
            case "/zipped?a=b%20c&d" ->
                new MockResponse.Builder()
                        .addHeader("Content-Encoding", "gzip")
                        .addHeader("ETag", "\"z\"")
                        .addHeader("Last-Modified", DATE)
                        .body(new Buffer().write(zipped()))
                        .build();
            case "/damaged" ->
                new MockResponse.Builder()
                        .addHeader("Content-Encoding", "gzip")
                        .body("no gzip")
                        .build();
            case "/busy" -> new MockResponse.Builder().code(403).body("no").build();
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private static byte[] zipped() {
        try {
            return gzip("<p>Olá ✈️</p>".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockWebServer server() throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return page(request.getTarget());
            }
        });
        server.start();
        return server;
    }

    private static List<FetchResult> fetchAll(HttpFetcher fetcher, URI base) {
        return Stream.of("/moved", "/latin", "/zipped?a=b%20c&d", "/no", "/nothing", "/busy")
                .map(path -> fetcher.fetch(FetchRequest.of(base.resolve(path))))
                .toList();
    }

    private HttpFetcher replay(Recordings recordings) {
        return HttpFetcher.replaying(settings, later, recordings);
    }

    @Test
    void replaysWhatWasRecorded() throws IOException {
        List<FetchResult> recorded;
        URI base;
        try (MockWebServer server = server();
                HarRecorder recorder = new HarRecorder(folder, "1.0");
                HttpFetcher fetcher = HttpFetcher.recording(settings, clock, recorder)) {
            base = server.url("/").uri();
            recorded = fetchAll(fetcher, base);
            assertThat(fetcher.fetch(FetchRequest.of(base.resolve("/damaged")))).isInstanceOf(Failed.class);
        }
        try (HttpFetcher fetcher = replay(Recordings.read(folder))) {
            assertThat(fetchAll(fetcher, base)).usingRecursiveComparison().isEqualTo(recorded);
            assertThat(fetcher.fetch(FetchRequest.of(base.resolve("/damaged")))).isInstanceOf(Failed.class);
        }
        assertThat(((Fetched) recorded.get(0)).page().fetchedAt()).isEqualTo("2026-11-20T12:00:00.123Z");
        assertThat(((Fetched) recorded.get(0)).page().text()).contains("Promoção em Latin-1");
        assertThat(recorded.get(3)).isInstanceOf(Blocked.class);
    }

    @Test
    void writesAHarThatOthersRead() throws IOException {
        try (HarRecorder recorder = new HarRecorder(folder.resolve("new/folder"), "1.0")) {
            Headers secret = Headers.NONE
                    .with("Cookie", "a=secret")
                    .with("Authorization", "secret")
                    .with("Accept", "*/*");
            Headers answer = Headers.NONE.with("Set-Cookie", "secret").with("Content-Type", "text/html");
            recorder.record(new Exchange(
                    new SentRequest("GET", URI.create("https://WWW.example.com:8443/a?b=c%20d&e"), secret),
                    Instant.parse("2026-11-20T12:00:00Z"),
                    Duration.ofMillis(42),
                    new Answer(200, answer, Body.of("olá"))));
        }
        Path file = folder.resolve("new/folder/www.example.com_8443.har");
        assertThat(Files.readString(file)).doesNotContain("secret");
        JsonNode log = new ObjectMapper().readTree(file.toFile()).get("log");
        assertThat(log.get("version").asText()).isEqualTo("1.2");
        assertThat(log.get("creator").get("name").asText()).isEqualTo("milesbot");
        JsonNode entry = log.get("entries").get(0);
        assertThat(entry.get("startedDateTime").asText()).isEqualTo("2026-11-20T12:00:00.000Z");
        assertThat(entry.get("time").asInt()).isEqualTo(42);
        assertThat(entry.get("request").get("queryString").toString())
                .isEqualTo("[{\"name\":\"b\",\"value\":\"c d\"},{\"name\":\"e\",\"value\":\"\"}]");
        assertThat(entry.get("response").get("content").toString())
                .isEqualTo("{\"size\":4,\"mimeType\":\"text/html\",\"text\":\"olá\"}");
        assertThat(entry.has("cache")).isTrue();
        assertThat(entry.get("timings").get("wait").asInt()).isEqualTo(42);
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysThatTheFolderCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        HarRecorder recorder = new HarRecorder(file.resolve("sub"), "1.0");
        Exchange exchange = new Exchange(
                new SentRequest("GET", PAGE, Headers.NONE),
                Instant.EPOCH,
                Duration.ZERO,
                new Answer(200, Headers.NONE, Body.of("")));
        assertThatThrownBy(() -> recorder.record(exchange)).isInstanceOfSatisfying(MilesbotException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(e.getMessage()).contains(file.toString());
        });
    }

    private static String har(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",", entries) + "]}}";
    }

    private static String entry(String url, int status, String headers, String content) {
        return "{\"startedDateTime\":\"2026-11-20T09:00:00.000-03:00\",\"time\":12.5,\"request\":{\"method\":\"GET\","
                + "\"url\":\"" + url + "\",\"headers\":[]},\"response\":{\"status\":" + status + ",\"headers\":["
                + headers + "],\"content\":" + content + "}}";
    }

    private static String header(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":\"" + value.replace("\"", "\\\"") + "\"}";
    }

    private static Recordings recordings(String har) {
        return Recordings.of("test.har", new ByteArrayInputStream(har.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(Recordings recordings) {
        try (HttpFetcher fetcher = replay(recordings)) {
            return ((Fetched) fetcher.fetch(FetchRequest.of(PAGE))).page().text();
        }
    }

    @Test
    void readsWhatABrowserExports() {
        String headers =
                header("content-encoding", "gzip") + "," + header("content-type", "text/html; charset=iso-8859-1");
        Recordings exported = recordings(har(
                entry("data:image/png;base64,AAAA", 200, "", "{}"),
                entry("https://ads.example/?a=b|c", 200, "", "{}"),
                entry(PAGE + "#top", 200, headers, "{\"text\":\"Bônus\",\"size\":6}")));
        try (HttpFetcher fetcher = replay(exported)) {
            Fetched fetched = (Fetched) fetcher.fetch(FetchRequest.of(PAGE));
            assertThat(fetched.page().text()).isEqualTo("Bônus");
            assertThat(fetched.page().fetchedAt()).isEqualTo("2026-11-20T12:00:00Z");
        }
    }

    @Test
    void readsEncodedContent() throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        String plain = base64.encodeToString("Olá".getBytes(StandardCharsets.UTF_8));
        String zipped = base64.encodeToString(gzip("Olá".getBytes(StandardCharsets.UTF_8)));
        String content = "{\"text\":\"%s\",\"encoding\":\"%s\"}";
        String coding = header("Content-Encoding", "gzip");
        assertThat(text(recordings(har(entry(PAGE.toString(), 200, "", content.formatted(plain, "base64"))))))
                .isEqualTo("Olá");
        assertThat(text(recordings(har(entry(PAGE.toString(), 200, coding, content.formatted(zipped, "base64"))))))
                .isEqualTo("Olá");
        assertThat(text(recordings(har(entry(PAGE.toString(), 200, coding, content.formatted(zipped, "gzip"))))))
                .isEqualTo("Olá");
    }

    @Test
    void readsCompressedFiles() throws IOException {
        String har = har(entry(PAGE.toString(), 200, "", "{\"text\":\"x\"}"));
        Files.write(folder.resolve("a.har.gz"), gzip(har.getBytes(StandardCharsets.UTF_8)));
        assertThat(text(Recordings.read(folder))).isEqualTo("x");
    }

    @Test
    void answersInOrderAndRepeatsTheLast() {
        Recordings two = recordings(har(entry(PAGE.toString(), 200, "", "{\"text\":\"1\"}")))
                .and(recordings(har(entry(PAGE.toString(), 200, "", "{\"text\":\"2\"}"))));
        assertThat(List.of(text(two), text(two), text(two))).containsExactly("1", "2", "2");
    }

    @Test
    void answersConditionalRequests() {
        String headers = header("ETag", "W/\"v1\"") + "," + header("Last-Modified", DATE);
        Recordings recorded = recordings(
                har(entry(PAGE.toString(), 304, "", "{}"), entry(PAGE.toString(), 200, headers, "{\"text\":\"x\"}")));
        assertThat(text(recorded)).isEqualTo("x");
        try (HttpFetcher fetcher = replay(recorded)) {
            assertThat(fetcher.fetch(new FetchRequest(PAGE, new Validators("\"v1\"", null))))
                    .isEqualTo(new NotModified());
            assertThat(fetcher.fetch(new FetchRequest(PAGE, new Validators(null, DATE))))
                    .isEqualTo(new NotModified());
            assertThat(fetcher.fetch(new FetchRequest(PAGE, new Validators("\"v0\"", DATE))))
                    .isInstanceOf(Fetched.class);
            assertThat(fetcher.fetch(new FetchRequest(PAGE, new Validators(null, "Fri, 20 Nov 2026 09:59:59 GMT"))))
                    .isInstanceOf(Fetched.class);
            assertThat(fetcher.fetch(new FetchRequest(PAGE, new Validators(null, "yesterday"))))
                    .isInstanceOf(Fetched.class);
        }
    }

    @Test
    void namesTheRequestThatNoRecordingAnswers() throws IOException {
        Files.writeString(folder.resolve("a.har"), har(entry("https://example.org/", 200, "", "{}")));
        try (HttpFetcher fetcher = replay(Recordings.read(folder))) {
            assertThatThrownBy(() -> fetcher.fetch(FetchRequest.of(PAGE)))
                    .isInstanceOfSatisfying(MilesbotException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
                        assertThat(e.text().in(Locale.forLanguageTag("pt-BR")))
                                .startsWith(
                                        "Nenhuma gravação responde a GET " + PAGE + "; as gravações vêm de " + folder);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"log\":\n{\"entries\":[ ###",
                "",
                "[]",
                "{\"log\":{}}",
                "{\"log\":{\"entries\":[{\"startedDateTime\":\"now\",\"request\":{\"url\":\"http://a/\"}}]}}"
            })
    void saysWhichRecordingIsBroken(String har) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.har"), har);
        assertThatThrownBy(() -> Recordings.read(folder)).isInstanceOfSatisfying(MilesbotException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
            assertThat(e.getMessage()).startsWith("The recording " + file + " cannot be read: ");
        });
    }

    @Test
    void saysWhereTheJsonBreaks() {
        assertThatThrownBy(() -> recordings("{\"log\":\n{\"entries\":[ ###")).hasMessageContaining("line 2, column ");
        assertThatThrownBy(() -> recordings(har(
                        entry(PAGE.toString(), 200, "", "{}"),
                        entry(PAGE.toString(), 200, "", "{\"text\":\"x\",\"encoding\":\"rot13\"}"))))
                .hasMessageContaining("log.entries[1]")
                .hasMessageContaining("rot13");
    }

    @Test
    void saysThatThereAreNoRecordings() {
        for (Path place : List.of(folder, folder.resolve("nowhere"))) {
            assertThatThrownBy(() -> Recordings.read(place))
                    .isInstanceOfSatisfying(
                            MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                    .hasMessageContaining(place.toString());
        }
    }
}
