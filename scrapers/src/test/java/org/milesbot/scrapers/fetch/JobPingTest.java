package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobPingTest {

    private static final FetchSettings PUBLIC = FetchSettings.defaults(URI.create("https://example.org/contact"));
    private static final FetchSettings SETTINGS = PUBLIC.withPrivateHosts(Set.of("localhost", "127.0.0.1"));

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void answer(int... codes) {
        for (int code : codes) {
            server.enqueue(new MockResponse.Builder().code(code).build());
        }
    }

    private JobPing ping(String path, FetchSettings settings) {
        return JobPing.to(server.url(path).uri(), settings, Clock.systemUTC());
    }

    /** What was asked for, with its body. */
    private List<String> asked() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            RecordedRequest request = Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS));
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            asked.add(request.getMethod() + " " + request.getTarget() + " " + body);
        }
        return asked;
    }

    @Test
    void tellsTheBeginningAndTheCountsInOrder() throws InterruptedException {
        answer(200, 200);
        try (JobPing ping = ping("/the-key", SETTINGS)) {
            ping.start();
            ping.success("new=3 ção");
        }
        assertThat(asked()).containsExactly("POST /the-key/start ", "POST /the-key new=3 ção");
    }

    @Test
    void tellsWhyAJobFailed() throws InterruptedException {
        answer(200);
        try (JobPing ping = ping("/the-key/?create=1", SETTINGS)) {
            ping.fail("the database is gone");
        }
        assertThat(asked()).containsExactly("POST /the-key/fail?create=1 the database is gone");
    }

    @Test
    void goesOnWhenThePingIsRefused() throws InterruptedException {
        answer(500, 301, 200);
        try (JobPing ping = ping("/the-key", SETTINGS)) {
            ping.start();
            ping.fail("a");
            ping.success("b");
        }
        assertThat(asked()).hasSize(3);
    }

    @Test
    void goesOnWhenNobodyListens() {
        URI nobody = server.url("/the-key").uri();
        server.close();
        try (JobPing ping = JobPing.to(nobody, SETTINGS, Clock.systemUTC())) {
            ping.start();
            ping.success("b");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void sendsNoMoreThanSoMuch() throws InterruptedException {
        answer(200);
        try (JobPing ping = ping("/the-key", SETTINGS)) {
            ping.fail("x".repeat(200_000));
        }
        assertThat(asked()).singleElement().asString().hasSize(10_000 + "POST /the-key/fail ".length());
    }

    @Test
    void pingsNoPrivateAddressUnlessItIsAllowed() throws InterruptedException {
        URI named = server.url("/the-key").uri();
        URI literal = URI.create("http://127.0.0.1:" + named.getPort() + "/the-key");
        for (URI address : List.of(named, literal)) {
            try (JobPing ping = JobPing.to(address, PUBLIC, Clock.systemUTC())) {
                ping.start();
                ping.success("b");
            }
        }
        assertThat(asked()).isEmpty();
    }

    @Test
    void pingsNobodyWithoutAnAddress() throws InterruptedException {
        try (JobPing ping = JobPing.to(null, SETTINGS, Clock.systemUTC())) {
            ping.start();
            ping.success("b");
            ping.fail("c");
        }
        assertThat(asked()).isEmpty();
    }
}
