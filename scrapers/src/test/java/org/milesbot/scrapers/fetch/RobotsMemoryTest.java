package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Fetched;

/** Each fetch is of another process, with the same memory. */
class RobotsMemoryTest extends FetcherTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<URI, RobotsMemory.RobotsTxt> kept = new ConcurrentHashMap<>();

    @BeforeEach
    void remember() {
        memory = new RobotsMemory() {
            @Override
            public Optional<RobotsTxt> recall(URI robots) {
                return Optional.ofNullable(kept.get(robots));
            }

            @Override
            public void keep(URI robots, RobotsTxt said) {
                kept.put(robots, said);
            }

            @Override
            public void forget(URI robots) {
                kept.remove(robots);
            }
        };
    }

    private void serveRobots(MockResponse robots) {
        serve((path, request) -> {
            if (path.equals("/robots.txt")) {
                asked.incrementAndGet();
                return robots;
            }
            return html(path).build();
        });
    }

    private static MockResponse robots(String text) {
        return status(200).addHeader("Content-Type", "text/plain").body(text).build();
    }

    @Test
    void asksForNoRobotsTxtThatAnotherProcessKept() {
        serveRobots(robots("User-agent: *\nDisallow: /intern\nCrawl-delay: 7\n"));
        fetch("/a");
        clock.advance(Duration.ofHours(23));

        try (HttpFetcher next = fetcher()) {
            assertThat(next.prepare(uri("/a"))).as("no request goes before").isFalse();
            assertThat(next.fetch(FetchRequest.of(uri("/a")))).isInstanceOf(Fetched.class);
            assertThat(next.fetch(FetchRequest.of(uri("/intern")))).isInstanceOf(Blocked.class);
            assertThat(next.pauseBefore(uri("/b"))).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        }
        assertThat(asked).hasValue(1);
        assertThat(kept).containsOnlyKeys(uri("/robots.txt"));
    }

    @Test
    void asksAgainWhenWhatIsKeptIsADayOldOrNotYetSaid() {
        serveRobots(robots("User-agent: *\nAllow: /\n"));
        fetch("/a");
        clock.advance(Duration.ofDays(1));
        fetch("/a");
        assertThat(asked).hasValue(2);

        clock.show(clock.instant().minus(Duration.ofHours(1)));
        fetch("/a");
        assertThat(asked).hasValue(3);
    }

    @Test
    void keepsThatThereIsNoRobotsTxt() {
        serveRobots(status(404).build());

        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainIfItIsToldToAndKeepsThat() {
        serveRobots(robots("User-agent: *\nDisallow: /\n"));
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
        serveRobots(robots("User-agent: *\nAllow: /\n"));
        RobotsMemory usual = memory;
        memory = usual.anew();
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
        memory = usual;
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);

        assertThat(asked).hasValue(2);
    }

    @Test
    void forgetsWhatASiteSaidBeforeItSaidTooMuch() {
        serveRobots(robots("User-agent: *\nAllow: /\n"));
        fetch("/a");
        serveRobots(robots("User-agent: *\nDisallow: /a\n" + "# on and on\n".repeat(6_000)));
        clock.advance(Duration.ofDays(1));
        fetch("/a");

        assertThat(asked).hasValue(2);
        assertThat(kept).isEmpty();
    }

    @Test
    void keepsNeitherTroubleNorAnEndlessRobotsTxt() {
        serveRobots(status(500).build());
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
        serveRobots(robots("User-agent: *\nDisallow: /a\n" + "# on and on\n".repeat(6_000)));
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);

        assertThat(asked).hasValue(2);
        assertThat(kept).isEmpty();
    }
}
