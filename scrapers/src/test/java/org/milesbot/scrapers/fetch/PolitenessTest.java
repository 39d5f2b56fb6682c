package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Failed;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.Gone;
import org.milesbot.api.source.FetchResult.TimedOut;
import org.milesbot.scrapers.fetch.FetchSettings.Limits;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;

class PolitenessTest extends FetcherTest {

    private final AtomicInteger robotsAsked = new AtomicInteger();

    private void serveRobots(MockResponse robots) {
        serve((path, request) -> {
            if (path.equals("/robots.txt")) {
                robotsAsked.incrementAndGet();
                return robots;
            }
            return html(path).build();
        });
    }

    private static MockResponse robots(String text) {
        return status(200).addHeader("Content-Type", "text/plain").body(text).build();
    }

    @Test
    void obeysRobotsTxtAskingForItOnce() {
        serveRobots(robots("User-agent: *\nDisallow: /\n\nUser-agent: Milesbot\nDisallow: /intern\nAllow: /\n"));
        try (HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(uri("/public")))).isInstanceOf(Fetched.class);
            FetchResult result = fetcher.fetch(FetchRequest.of(uri("/intern/a?b")));
            assertThat(result).isInstanceOf(Blocked.class);
            assertThat(((Blocked) result).reason().toString())
                    .isEqualTo("The robots.txt of " + server.getHostName() + " does not allow " + uri("/intern/a?b")
                            + " to be fetched.");
        }
        assertThat(robotsAsked).hasValue(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void saysBeforehandHowLongItWouldWait() {
        settings = settings.withPoliteness(
                new Politeness(Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(5)));
        serveRobots(robots("User-agent: *\nAllow: /\n"));
        try (HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.pauseBefore(uri("/a"))).isZero();
            assertThat(fetcher.prepare(uri("/a"))).isTrue();
            assertThat(robotsAsked).hasValue(1);
            assertThat(fetcher.pauseBefore(uri("/a"))).isEqualTo(Duration.ofSeconds(2));
            assertThat(fetcher.prepare(uri("/b"))).as("that is known").isFalse();
            clock.advance(Duration.ofSeconds(2));
            assertThat(fetcher.pauseBefore(uri("/b"))).isZero();
            fetcher.fetch(FetchRequest.of(uri("/b")));
            assertThat(pauses).as("it did not wait").isEmpty();
            assertThat(fetcher.pauseBefore(URI.create("ftp://example.org/")))
                    .as("turned away at once")
                    .isZero();
            assertThat(fetcher.prepare(URI.create("ftp://example.org/"))).isFalse();
        }
    }

    @Test
    void waitsNoLongerThanItsPauseWhenTheClockIsPutBack() {
        settings = settings.withPoliteness(
                new Politeness(Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(5)));
        serveRobots(robots("User-agent: *\nAllow: /\n"));
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(uri("/a")));
            clock.show(clock.instant().minus(Duration.ofHours(1)));
            assertThat(fetcher.pauseBefore(uri("/b"))).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void wouldNotWaitForAHostThatWantsToBeLeftAlone() {
        serve((path, request) -> path.equals("/robots.txt")
                ? status(404).build()
                : status(429).addHeader("Retry-After", "3600").build());
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(uri("/a")));
            assertThat(fetcher.pauseBefore(uri("/b"))).isZero();
            assertThat(fetcher.fetch(FetchRequest.of(uri("/b")))).isInstanceOf(Blocked.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void asksForRobotsTxtAgainWhenItIsOld() {
        serveRobots(robots("User-agent: *\nAllow: /\n"));
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(uri("/a")));
            clock.advance(Duration.ofHours(23));
            fetcher.fetch(FetchRequest.of(uri("/a")));
            assertThat(robotsAsked).hasValue(1);
            clock.advance(Duration.ofHours(1));
            fetcher.fetch(FetchRequest.of(uri("/a")));
        }
        assertThat(robotsAsked).hasValue(2);
    }

    @Test
    void checksRobotsTxtOnEachHop() {
        serve((path, request) -> switch (path) {
            case "/robots.txt" -> robots("User-agent: *\nDisallow: /b\n");
            case "/a" -> status(302).addHeader("Location", "/b").build();
            default -> html("b").build();
        });
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void mayFetchWhereThereIsNoRobotsTxt(int status) {
        serveRobots(status(status).build());
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void staysOutWhileRobotsTxtIsUnreachable(int status) {
        serveRobots(status(status).build());
        FetchResult result = fetch("/a");
        assertThat(result).isInstanceOf(Blocked.class);
        assertThat(((Blocked) result).reason().toString()).contains("could not be read");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void staysOutWhenRobotsTxtTakesTooLong() {
        settings = settings.withLimits(
                new Limits(LIMIT, 5, Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5)));
        serveRobots(
                robots("late").newBuilder().headersDelay(30, TimeUnit.SECONDS).build());
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
    }

    @Test
    void followsTheRedirectOfARobotsTxt() {
        serve((path, request) -> switch (path) {
            case "/robots.txt" -> status(301).addHeader("Location", "/r").build();
            case "/r" -> robots("User-agent: *\nDisallow: /a\n");
            default -> html("x").build();
        });
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
        assertThat(fetch("/b")).isInstanceOf(Fetched.class);
    }

    @Test
    void pausesBetweenRequestsToAHost() {
        settings = settings.withPoliteness(
                new Politeness(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ZERO));
        serveRobots(robots(""));
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(uri("/a")));
            fetcher.fetch(FetchRequest.of(uri("/b")));
            assertThat(pauses)
                    .hasSize(2)
                    .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3)))
                    .doesNotHaveDuplicates();
            clock.advance(Duration.ofSeconds(3));
            fetcher.fetch(FetchRequest.of(uri("/c")));
            assertThat(pauses).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "600, 9"})
    void obeysTheCrawlDelayUpToALimit(String asked, int seconds) {
        settings = settings.withPoliteness(
                new Politeness(Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(9), Duration.ZERO));
        serveRobots(robots("User-agent: *\nCrawl-delay: " + asked + "\n"));
        try (HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(uri("/a")))).isInstanceOf(Fetched.class);
            fetcher.fetch(FetchRequest.of(uri("/b")));
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"429 | 120", "503 | 120", "503 | Fri, 20 Nov 2026 12:02:00 GMT"})
    void leavesAHostAloneForAsLongAsItAskedFor(int status, String retryAfter) {
        settings = settings.withPoliteness(Politeness.NONE);
        serve((path, request) -> switch (path) {
            case "/busy" -> status(status).addHeader("Retry-After", retryAfter).build();
            case "/robots.txt" -> status(404).build();
            default -> html("x").build();
        });
        try (HttpFetcher fetcher = fetcher()) {
            assertThat(((Blocked) fetcher.fetch(FetchRequest.of(uri("/busy")))).retryAfter())
                    .isEqualTo(Duration.ofMinutes(2));
            int asked = server.getRequestCount();
            clock.advance(Duration.ofSeconds(30));
            assertThat(((Blocked) fetcher.fetch(FetchRequest.of(uri("/other")))).retryAfter())
                    .isEqualTo(Duration.ofSeconds(90));
            assertThat(server.getRequestCount()).isEqualTo(asked);
            assertThat(pauses).isEmpty();
            clock.advance(Duration.ofSeconds(90));
            assertThat(fetcher.fetch(FetchRequest.of(uri("/other")))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void waitsItselfWhenTheHostAsksForAMoment() {
        settings = settings.withPoliteness(
                new Politeness(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5)));
        serve((path, request) -> path.equals("/busy")
                ? status(429).addHeader("Retry-After", "3").build()
                : status(404).build());
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(uri("/busy")));
            assertThat(fetcher.fetch(FetchRequest.of(uri("/other")))).isEqualTo(new Gone(404));
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "99999999999999999999"})
    void takesANonsensicalRetryAfterAsNone(String retryAfter) {
        serve((path, request) -> path.equals("/busy")
                ? status(429).addHeader("Retry-After", retryAfter).build()
                : status(404).build());
        assertThat(((Blocked) fetch("/busy")).retryAfter()).isNull();
    }

    @Test
    void asksAHostOneThingAtATime() throws InterruptedException, ExecutionException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        serve(html("x").build());
        OkHttpTransport network = new OkHttpTransport(settings, clock, names);
        Transport counted = request -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                return network.send(request);
            } finally {
                inside.decrementAndGet();
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (network;
                HttpFetcher fetcher = fetcher(counted)) {
            List<Future<FetchResult>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                FetchRequest request = FetchRequest.of(uri("/" + i));
                results.add(threads.submit(() -> fetcher.fetch(request)));
            }
            for (Future<FetchResult> result : results) {
                assertThat(result.get()).isInstanceOf(Fetched.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most).hasValue(1);
        assertThat(server.getRequestCount()).isEqualTo(41);
    }

    @Test
    void stopsQueueingWhenInterrupted() {
        serve((path, request) -> path.equals("/slow")
                ? html("x").headersDelay(2, TimeUnit.SECONDS).build()
                : status(404).build());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(uri("/warm")));
            Future<FetchResult> slow = threads.submit(() -> fetcher.fetch(FetchRequest.of(uri("/slow"))));
            await().until(() -> server.getRequestCount() == 3);
            Thread queued = Thread.currentThread();
            Future<?> interruption = threads.submit(queued::interrupt);
            assertThat(fetcher.fetch(FetchRequest.of(uri("/next")))).isInstanceOf(TimedOut.class);
            assertThat(Thread.interrupted()).isTrue();
            await().until(() -> interruption.isDone() && slow.isDone());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void asksTwoHostsSeparately() {
        names = host -> List.of(InetAddress.getLoopbackAddress());
        settings = settings.withPoliteness(
                new Politeness(Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO, Duration.ZERO));
        serve(html("x").build());
        try (HttpFetcher fetcher = fetcher()) {
            for (String host : List.of("one.example", "two.example")) {
                URI uri = URI.create("http://" + host + ":" + server.getPort() + "/a");
                assertThat(fetcher.fetch(FetchRequest.of(uri))).isInstanceOf(Fetched.class);
            }
        }
        assertThat(pauses).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithTheHostRatherThanWithItsRobotsTxt() {
        URI uri = uri("/a");
        server.close();
        assertThat(fetch(uri)).isInstanceOf(Failed.class);
    }
}
