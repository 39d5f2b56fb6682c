package org.milesbot.cli.fare.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.scrapers.fetch.FetchSettings;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.store.fare.FareFilter;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.KnownFare;
import org.milesbot.store.fare.StoredFare;
import org.milesbot.store.fare.WantedQuery;
import org.milesbot.store.testing.TestDatabase;

final class FareSearchTest {

    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final WantedQuery TO_LISBON = wanted("LIS", 1);
    private static final WantedQuery TO_MADRID = wanted("MAD", 1);

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-20T12:00:00Z"));
    private final MockWebServer server = new MockWebServer();
    private final HttpFetcher fetcher = HttpFetcher.online(
            FetchSettings.defaults(URI.create("https://www.example.org/contact"))
                    .withPoliteness(Politeness.NONE)
                    .withPrivateHosts(Set.of("*")),
            clock);
    private final List<String> asked = new ArrayList<>();
    private final List<StoredFare> told = new ArrayList<>();
    private volatile String body = "GRU LIS 2027-03-10 90000\nGRU LIS 2027-03-11 95000";
    private volatile int code = 200;

    private static WantedQuery wanted(String dest, int people) {
        return new WantedQuery(new TreeSet<>(Set.of("GRU")), new TreeSet<>(Set.of(dest)), MARCH, null, 1, people);
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                if (path.equals("/robots.txt")) {
                    return new MockResponse.Builder().code(404).build();
                }
                asked.add(path);
                return new MockResponse.Builder().code(code).body(body).build();
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        database.close();
    }

    private FareReport search(WantedQuery... wanted) {
        Patience patience = new Patience(2, Duration.ofMillis(1), Duration.ofSeconds(1));
        return new FareSearch(fetcher, database.database(), (stored, now) -> told.addAll(stored), patience, clock)
                .ask("stranger", new Lines(server.url("/").uri(), 1_000), List.of(wanted), 10, query -> {});
    }

    private List<Long> miles() {
        return new Fares(database.database())
                .current(new FareFilter(TO_LISBON.query(MARCH.atDay(1)), null, null), 10).stream()
                        .map(KnownFare::fare)
                        .map(fare -> fare.miles())
                        .toList();
    }

    @Test
    void asksOnceWhateverManyWant() {
        FareReport first = search(TO_LISBON, TO_LISBON, wanted("LIS", 40));
        FareReport second = search(TO_LISBON);

        assertThat(first.asked()).isEqualTo(1);
        assertThat(first.fares()).isEqualTo(2);
        assertThat(first.news()).isEqualTo(2);
        assertThat(second).isEqualTo(FareReport.NONE);
        assertThat(asked).containsExactly("/GRU-LIS/2027-03-01");
        assertThat(miles()).containsExactly(90_000L, 95_000L);
        assertThat(told).extracting(StoredFare::miles).containsExactlyInAnyOrder(90_000L, 95_000L);
    }

    @Test
    void asksAgainWhenTheAnswerIsStale() {
        search(TO_LISBON);
        body = "GRU LIS 2027-03-10 80000";
        clock.advance(TO_LISBON.timeToLive().plusSeconds(1));

        FareReport later = search(TO_LISBON);

        assertThat(later.news()).isEqualTo(1);
        assertThat(miles()).as("the other one is not named any more").containsExactly(80_000L);
    }

    @Test
    void losesNothingWhenTheProviderFails() {
        search(TO_LISBON);
        clock.advance(Duration.ofHours(7));
        code = 500;

        FareReport failed = search(TO_LISBON, TO_MADRID);

        assertThat(failed.end()).isEqualTo(End.FAILED);
        assertThat(failed.asked())
                .as("the second question is left for another time")
                .isEqualTo(1);
        assertThat(miles()).hasSize(2);
        code = 200;
        assertThat(search(TO_LISBON).asked()).as("not at once").isZero();
        clock.advance(Duration.ofMinutes(16));
        assertThat(search(TO_LISBON).asked()).isEqualTo(1);
    }

    @Test
    void takesNothingBackThatItCouldNotRead() {
        search(TO_LISBON);
        clock.advance(Duration.ofHours(7));
        body = "GRU LIS 2027-03-10 80000\nsomething new";

        assertThat(search(TO_LISBON).end()).isEqualTo(End.READ);
        assertThat(miles()).containsExactly(80_000L, 95_000L);
    }

    @Test
    void keepsTheAnswers() {
        search(TO_LISBON);

        List<String> kept = database.database()
                .with(open -> open.createQuery("select plugin || ' ' || source || ' ' || items from capture")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("stranger lines 2");
    }
}
