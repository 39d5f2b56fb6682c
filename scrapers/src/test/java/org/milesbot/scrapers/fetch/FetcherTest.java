package org.milesbot.scrapers.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.scrapers.fetch.FetchSettings.Limits;
import org.milesbot.scrapers.fetch.HostQueue.Pace;

/** A fetcher before a real server on this machine. */
abstract class FetcherTest {

    static final int LIMIT = 100_000;

    final SettableClock clock = SettableClock.at("2026-11-20T12:00:00Z");
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final MockWebServer server = new MockWebServer();
    FetchSettings settings = FetchSettings.defaults(URI.create("https://example.org/bot"))
            .withPrivateHosts(Set.of("*"))
            .withLimits(new Limits(LIMIT, 5, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10)));
    Dns names = Dns.SYSTEM;
    RobotsMemory memory = RobotsMemory.NONE;

    /** Answers each path; every other one, robots.txt among them, is not there. */
    interface Answers {
        MockResponse answer(String path, RecordedRequest request);
    }

    @BeforeEach
    void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    void serve(Answers answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.answer(request.getTarget(), request);
            }
        });
    }

    /** The same answer for every page, and no robots.txt. */
    void serve(MockResponse answer) {
        serve((path, request) -> path.equals("/robots.txt") ? status(404).build() : answer);
    }

    static MockResponse.Builder status(int status) {
        return new MockResponse.Builder().code(status);
    }

    static MockResponse.Builder html(String text) {
        return status(200).addHeader("Content-Type", "text/html; charset=utf-8").body(text);
    }

    static MockResponse.Builder bytes(byte[] bytes) {
        return status(200).body(new Buffer().write(bytes));
    }

    URI uri(String path) {
        return server.url(path).uri();
    }

    HttpFetcher fetcher() {
        return fetcher(new OkHttpTransport(settings, clock, names));
    }

    HttpFetcher fetcher(Transport transport) {
        Pace pace = new Pace(clock, pauses::add, new Random(1));
        return new HttpFetcher(settings, transport, pace, exchange -> {}, memory);
    }

    FetchResult fetch(String path) {
        return fetch(uri(path));
    }

    FetchResult fetch(URI uri) {
        try (HttpFetcher fetcher = fetcher()) {
            return fetcher.fetch(FetchRequest.of(uri));
        }
    }
}
