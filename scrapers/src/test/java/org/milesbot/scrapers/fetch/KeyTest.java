package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.Refused;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.recording.HarRecorder;
import org.milesbot.scrapers.recording.Recordings;

class KeyTest extends FetcherTest {

    private static final String KEY = "sesame-123";

    @TempDir
    private Path folder;

    private FetchRequest withKey(URI uri) {
        return FetchRequest.of(uri).with(Map.of("Partner-Authorization", KEY, "Accept", "application/json"));
    }

    private FetchResult fetchWithKey(URI uri) {
        try (HttpFetcher fetcher = fetcher()) {
            return fetcher.fetch(withKey(uri));
        }
    }

    private static String page(FetchResult result) {
        assertThat(result).isInstanceOf(Fetched.class);
        return ((Fetched) result).page().text();
    }

    /** Answers with what it was sent. */
    private static MockResponse echo(RecordedRequest request) {
        return status(200)
                .addHeader("X-RateLimit-Remaining", "998")
                .addHeader("Set-Cookie", "session=hidden")
                .body(request.getHeaders().get("Partner-Authorization") + " "
                        + request.getHeaders().values("Accept"))
                .build();
    }

    private void serveEcho() {
        serve((path, request) -> switch (path) {
            case "/robots.txt" -> status(404).build();
            case "/moved" -> status(302).addHeader("Location", "/data?skip=1").build();
            default -> echo(request);
        });
    }

    @Test
    void sendsFurtherHeadersInPlaceOfItsOwn() {
        serveEcho();
        assertThat(page(fetchWithKey(uri("/data")))).isEqualTo(KEY + " [application/json]");
        assertThat(page(fetchWithKey(uri("/moved")))).isEqualTo(KEY + " [application/json]");
    }

    @Test
    void doesNotShowTheKeyToRobotsTxt() throws InterruptedException {
        serveEcho();
        fetchWithKey(uri("/data"));
        RecordedRequest robots = server.takeRequest();
        assertThat(robots.getTarget()).isEqualTo("/robots.txt");
        assertThat(robots.getHeaders().get("Partner-Authorization")).isNull();
    }

    @Test
    void dropsTheKeyOnARedirectToAnotherHost() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return request.getTarget().equals("/robots.txt")
                            ? status(404).build()
                            : echo(request);
                }
            });
            other.start();
            String elsewhere = other.url("/data").toString();
            serve((path, request) -> path.equals("/robots.txt")
                    ? status(404).build()
                    : status(302).addHeader("Location", elsewhere).build());
            assertThat(page(fetchWithKey(uri("/data")))).startsWith("null [text/html");
        }
    }

    @Test
    void tellsTheHeadersOfTheAnswerButCookies() {
        serveEcho();
        Page page = ((Fetched) fetchWithKey(uri("/data"))).page();
        assertThat(page.header("X-RateLimit-Remaining")).isEqualTo("998");
        assertThat(page.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void recordsAnswersButNoKey() throws IOException {
        serveEcho();
        settings = settings.withPoliteness(Politeness.NONE);
        FetchResult[] online;
        try (HarRecorder recorder = new HarRecorder(folder, "1.0");
                HttpFetcher fetcher = HttpFetcher.recording(settings, clock, recorder)) {
            online = Stream.of("/data?take=10&skip=0", "/data?take=10&skip=10", "/moved")
                    .map(path -> fetcher.fetch(withKey(uri(path))))
                    .toArray(FetchResult[]::new);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).replace(KEY + " ", "echo "));
                assertThat(file).content().doesNotContain(KEY).doesNotContainIgnoringCase("partner-authorization");
            }
        }
        try (HttpFetcher replay = HttpFetcher.replaying(settings, clock, Recordings.read(folder))) {
            FetchResult second = replay.fetch(withKey(uri("/data?take=10&skip=10")));
            assertThat(page(second)).isEqualTo("echo [application/json]");
            assertThat(((Fetched) second).page().headers())
                    .isEqualTo(((Fetched) online[1]).page().headers());
            assertThat(((Fetched) second).page().url()).hasQuery("take=10&skip=10");
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Key, 'a\r\nX-Evil: 1'", "X-Key, chavé", "X-Key, ''", "'X Key', a", "Host, a.example", "User-Agent, a"
    })
    void refusesWhatNoHeadCanHoldWithoutShowingIt(String name, String value) {
        serveEcho();
        try (HttpFetcher fetcher = fetcher()) {
            FetchResult result = fetcher.fetch(FetchRequest.of(uri("/data")).with(Map.of(name, value)));
            assertThat(result).isInstanceOf(Refused.class);
            assertThat(((Refused) result).reason().in(Locale.ENGLISH))
                    .contains("the header " + name.toLowerCase(Locale.ROOT))
                    .doesNotContain("chavé", "Evil", "a.example");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void endsAsBlockedForAsLongAsALimitLasts() {
        serve((path, request) -> path.equals("/robots.txt")
                ? status(404).build()
                : status(429).addHeader("Retry-After", "3600").build());
        Blocked blocked = (Blocked) fetchWithKey(uri("/data"));
        assertThat(blocked.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(blocked.toString()).doesNotContain(KEY);
    }
}
