package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Failed;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.Gone;
import org.milesbot.api.source.FetchResult.NotModified;
import org.milesbot.api.source.FetchResult.Refused;
import org.milesbot.api.source.FetchResult.TimedOut;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Validators;
import org.milesbot.scrapers.fetch.FetchSettings.Limits;

class HttpFetcherTest extends FetcherTest {

    private static String failure(FetchResult result) {
        assertThat(result).isInstanceOf(Failed.class);
        return ((Failed) result).reason().in(Locale.ENGLISH);
    }

    private static String refusal(FetchResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason().in(Locale.ENGLISH);
    }

    private static String block(FetchResult result) {
        assertThat(result).isInstanceOf(Blocked.class);
        return ((Blocked) result).reason().in(Locale.ENGLISH);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void fetchesAPageWithItsValidators() throws InterruptedException {
        serve(html("<p>Bônus</p>")
                .addHeader("ETag", "\"v1\"")
                .addHeader("Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT")
                .build());
        assertThat(fetch("/promo?a=1"))
                .isEqualTo(new Fetched(
                        new Page(
                                uri("/promo?a=1"),
                                uri("/promo?a=1"),
                                Instant.parse("2026-11-20T12:00:00Z"),
                                "text/html; charset=utf-8",
                                "<p>Bônus</p>",
                                Map.of(
                                        "content-type", "text/html; charset=utf-8",
                                        "etag", "\"v1\"",
                                        "last-modified", "Fri, 20 Nov 2026 10:00:00 GMT")),
                        Body.of("<p>Bônus</p>"),
                        new Validators("\"v1\"", "Fri, 20 Nov 2026 10:00:00 GMT")));
        server.takeRequest();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("milesbot/dev (+https://example.org/bot)");
        assertThat(request.getHeaders().get("If-None-Match")).isNull();
    }

    @Test
    void asksOnlyForWhatHasChanged() {
        serve((path, request) -> "\"v1\"".equals(request.getHeaders().get("If-None-Match"))
                        && request.getHeaders().get("If-Modified-Since") != null
                ? status(304).build()
                : html("new").build());
        Validators validators = new Validators("\"v1\"", "Fri, 20 Nov 2026 10:00:00 GMT");
        try (HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(new FetchRequest(uri("/a"), validators))).isEqualTo(new NotModified());
            assertThat(fetcher.fetch(FetchRequest.of(uri("/a")))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void sendsNoValidatorThatWouldBreakTheHead() throws InterruptedException {
        serve(html("x").build());
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(new FetchRequest(uri("/a"), new Validators("\"a\"\r\nX-Evil: 1", null)));
        }
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().names()).doesNotContain("If-None-Match", "X-Evil");
    }

    @Test
    void takesA304ThatNobodyAskedForAsAFailure() {
        serve(status(304).build());
        assertThat(failure(fetch("/a"))).contains("HTTP 304");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 451})
    void isBlockedByRefusingStatuses(int status) {
        serve(status(status).build());
        assertThat(block(fetch("/a"))).contains("/a").contains("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void findsNothing(int status) {
        serve(status(status).build());
        assertThat(fetch("/a")).isEqualTo(new Gone(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 418, 500, 502, 503})
    void failsOnOtherStatuses(int status) {
        serve(status(status).build());
        assertThat(failure(fetch("/a"))).contains("/a answered with HTTP " + status);
    }

    @Test
    void saysItInPortugueseFirst() {
        serve(status(500).build());
        Failed failed = (Failed) fetch("/a");
        assertThat(failed.reason().in(Locale.forLanguageTag("pt-BR"))).endsWith("/a respondeu com HTTP 500.");
    }

    @Test
    void unpacksGzipAndDeflate() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(text("Olá"));
        }
        byte[] zipped = gzip(text("Olá"));
        serve((path, request) -> switch (path) {
            case "/gzip" -> bytes(zipped).addHeader("Content-Encoding", "gzip").build();
            case "/deflate" ->
                bytes(deflated.toByteArray())
                        .addHeader("Content-Encoding", "deflate")
                        .build();
            default -> status(404).build();
        });
        assertThat(((Fetched) fetch("/gzip")).page().text()).isEqualTo("Olá");
        assertThat(((Fetched) fetch("/deflate")).page().text()).isEqualTo("Olá");
    }

    @Test
    void failsOnTruncatedGzip() throws IOException {
        byte[] whole = gzip(text("uma promoção ".repeat(500)));
        serve(bytes(Arrays.copyOf(whole, whole.length / 2))
                .addHeader("Content-Encoding", "gzip")
                .build());
        assertThat(failure(fetch("/a"))).contains("/a came compressed (gzip) and ended too early.");
    }

    @Test
    void failsOnDamagedGzip() throws IOException {
        byte[] damaged = gzip(text("uma promoção ".repeat(500)));
        damaged[damaged.length - 5] ^= 0x55;
        serve(bytes(damaged).addHeader("Content-Encoding", "gzip").build());
        assertThat(failure(fetch("/a"))).contains("damaged");
    }

    @Test
    void failsOnWhatIsNotGzipAtAll() {
        serve(html("plain").addHeader("Content-Encoding", "gzip").build());
        assertThat(failure(fetch("/a"))).contains("damaged");
    }

    @Test
    void failsOnUnknownCompression() {
        serve(html("?").addHeader("Content-Encoding", "br").build());
        assertThat(failure(fetch("/a"))).contains("(br)").contains("gzip and deflate");
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        serve(bytes(gzip(new byte[50_000_000]))
                .addHeader("Content-Encoding", "gzip")
                .build());
        assertThat(refusal(fetch("/a"))).contains("larger than the limit of 100000 bytes");
    }

    @Test
    void refusesAPageThatSaysItIsTooLarge() {
        serve(bytes(new byte[20 << 20]).build());
        assertThat(refusal(fetch("/a"))).contains("larger than the limit");
    }

    @Test
    void refusesAPageThatTurnsOutTooLarge() {
        Buffer large = new Buffer().write(new byte[20 << 20]);
        serve(status(200).chunkedBody(large, 1 << 16).build());
        assertThat(refusal(fetch("/a"))).contains("larger than the limit");
    }

    @Test
    void takesAPageOfExactlyTheLimit() {
        serve(html("a".repeat(LIMIT)).build());
        assertThat(((Fetched) fetch("/a")).body().size()).isEqualTo(LIMIT);
    }

    @Test
    void givesUpOnASilentServer() {
        limit(Duration.ofMillis(200), Duration.ofSeconds(10));
        serve((path, request) -> path.equals("/robots.txt")
                ? status(404).build()
                : html("late").headersDelay(30, TimeUnit.SECONDS).build());
        assertThat(fetch("/a")).isInstanceOf(TimedOut.class);
    }

    @Test
    void givesUpOnABodyThatDrips() {
        limit(Duration.ofSeconds(5), Duration.ofMillis(500));
        serve((path, request) -> path.equals("/robots.txt")
                ? status(404).build()
                : html("x".repeat(1000))
                        .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                        .build());
        assertThat(fetch("/a")).isInstanceOf(TimedOut.class);
    }

    private void limit(Duration read, Duration total) {
        settings = settings.withLimits(new Limits(LIMIT, 5, Duration.ofSeconds(5), read, total));
    }

    @Test
    void failsWhenTheConnectionIsCut() {
        serve(html("x".repeat(5000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(failure(fetch("/a"))).contains("cut the answer short");
    }

    @Test
    void failsWhenNobodyListens() {
        URI uri = uri("/a");
        server.close();
        assertThat(failure(fetch(uri))).contains("accepts no connections");
    }

    @Test
    void failsOnAHostThatDoesNotExist() {
        names = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(failure(fetch(URI.create("http://nada.example/")))).contains("nada.example does not exist");
    }

    @Test
    void followsRedirectsAndSaysWhereItArrived() {
        serve((path, request) -> switch (path) {
            case "/a" -> status(301).addHeaderLenient("Location", "b c?d=é").build();
            case "/b%20c?d=%C3%A9" -> status(307).addHeader("Location", "/end").build();
            case "/end" -> html("fim").build();
            default -> status(404).build();
        });
        Page page = ((Fetched) fetch("/a")).page();
        assertThat(page.requested()).isEqualTo(uri("/a"));
        assertThat(page.url()).isEqualTo(uri("/end"));
    }

    @Test
    void refusesAnEndlessRedirect() {
        AtomicInteger asked = new AtomicInteger();
        serve((path, request) -> path.equals("/robots.txt")
                ? status(404).build()
                : status(302)
                        .addHeader("Location", "/" + asked.incrementAndGet())
                        .build());
        assertThat(refusal(fetch("/a"))).contains("/a redirects more than 5 times");
        assertThat(asked).hasValue(6);
    }

    @Test
    void refusesARedirectOutOfHttp() {
        serve(status(302).addHeader("Location", "file:///etc/passwd").build());
        assertThat(refusal(fetch("/a"))).contains("file:///etc/passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2/", "http://169.254.169.254/latest/", "http://[::1]/", "http://10.0.0.1/"})
    void refusesARedirectIntoAPrivateNetwork(String target) {
        settings = settings.withPrivateHosts(Set.of(server.getHostName() + ":" + server.getPort()));
        serve(status(302).addHeader("Location", target).build());
        assertThat(refusal(fetch("/a"))).contains("private network");
    }

    @Test
    void refusesANameThatLeadsToThisMachine() {
        settings = settings.withPrivateHosts(Set.of());
        names = host -> List.of(InetAddress.getLoopbackAddress());
        serve(html("secret").build());
        URI uri = URI.create("http://innocent.example:" + server.getPort() + "/");
        assertThat(refusal(fetch(uri))).contains("innocent.example lies in a private network");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void fetchesFromAnAllowedPrivateHost() {
        settings = settings.withPrivateHosts(Set.of("intranet.example:" + server.getPort()));
        names = host -> List.of(InetAddress.getLoopbackAddress());
        serve(html("ok").build());
        assertThat(fetch(URI.create("http://intranet.example:" + server.getPort() + "/")))
                .isInstanceOf(Fetched.class);
        assertThat(fetch(URI.create("http://other.example:" + server.getPort() + "/")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "relative",
                "mailto:a@b",
                "http:///x",
                "http://a_b.example/",
                "http://user:pw@example.com/"
            })
    void refusesWhatIsNoHttpAddress(String address) {
        String sentence = refusal(fetch(URI.create(address)));
        assertThat(sentence).contains("is not fetched").doesNotContain("pw");
    }

    @Test
    void isBlockedByAnAntiBotPageOfStatus200() {
        serve(html("<html><head><title>Just a moment...</title></head><body>wait</body></html>")
                .build());
        assertThat(block(fetch("/a"))).contains("wall against robots (Cloudflare)");
    }

    @Test
    void decodesAPageInTheWrongCharset() {
        serve(status(200)
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body(new Buffer().write("promoção".getBytes(StandardCharsets.ISO_8859_1)))
                .build());
        assertThat(((Fetched) fetch("/a")).page().text()).isEqualTo("promoção");
    }

    @Test
    void givesUpWhenInterrupted() {
        serve(html("x").build());
        Thread.currentThread().interrupt();
        FetchResult result = fetch("/a");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isInstanceOf(TimedOut.class);
    }
}
