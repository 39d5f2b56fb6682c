package org.milesbot.cli.fare.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.milesbot.store.fare.StoredFare;
import org.milesbot.store.fare.WantedQuery;
import org.milesbot.store.testing.TestDatabase;

final class FareSurveyTest {

    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final String ALL = "/all/2026-11-20/2027-11-20";

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
    private final Map<String, MockResponse> answers = new HashMap<>();

    private static WantedQuery wanted(String dest) {
        return new WantedQuery(new TreeSet<>(Set.of("GRU", "VCP")), new TreeSet<>(Set.of(dest)), MARCH, null, 1, 1);
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                if (!path.equals("/robots.txt")) {
                    asked.add(path);
                }
                return answers.getOrDefault(
                        path, new MockResponse.Builder().code(404).build());
            }
        });
        server.start();
        answers("/routes", 200, "GRU LIS\nVCP MAD\nGRU LIS");
        answers(ALL, 200, "GRU LIS 2027-03-10 90000\nGRU MIA 2027-03-10 60000");
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        database.close();
    }

    private void answers(String path, int code, String body) {
        answers.put(path, new MockResponse.Builder().code(code).body(body).build());
    }

    private FareSearch search() {
        Patience patience = new Patience(1, Duration.ofMillis(1), Duration.ofSeconds(1));
        return new FareSearch(fetcher, database.database(), (stored, now) -> told.addAll(stored), patience, clock);
    }

    private FareReport routes() {
        return search().routes("stranger", lines());
    }

    private FareReport sweep() {
        return search().sweep("stranger", lines());
    }

    private FareReport ask(String... dests) {
        List<WantedQuery> wanted =
                List.of(dests).stream().map(FareSurveyTest::wanted).toList();
        return search().ask("stranger", lines(), wanted, 10, query -> {});
    }

    private Lines lines() {
        return new Lines(server.url("/").uri(), 1_000);
    }

    @Test
    void asksForNoRouteThatTheProviderDoesNotKnow() {
        answers("/GRU,VCP-LIS/2027-03-01", 200, "GRU LIS 2027-03-10 90000");
        answers("/GRU,VCP-MAD/2027-03-01", 200, "VCP MAD 2027-03-10 80000");
        routes();

        FareReport report = ask("LIS", "MIA", "MAD");

        assertThat(report.end()).isEqualTo(End.READ);
        assertThat(asked).containsExactly("/routes", "/GRU,VCP-LIS/2027-03-01", "/GRU,VCP-MAD/2027-03-01");
    }

    @Test
    void asksForAnyRouteOfAProviderThatNamesNone() {
        answers("/GRU,VCP-MIA/2027-03-01", 200, "GRU MIA 2027-03-10 90000");
        answers("/routes", 200, "");
        routes();

        assertThat(ask("MIA").fares()).isEqualTo(1);
    }

    @Test
    void learnsTheRoutesOnceAWeek() {
        routes();
        clock.advance(Duration.ofDays(6));
        assertThat(routes()).isEqualTo(FareReport.NONE);
        answers("/routes", 200, "GRU MIA");
        answers("/GRU,VCP-MIA/2027-03-01", 200, "GRU MIA 2027-03-10 90000");
        clock.advance(Duration.ofDays(1));

        routes();

        assertThat(ask("LIS", "MIA").fares()).as("LIS is gone, MIA is new").isEqualTo(1);
        assertThat(asked).containsExactly("/routes", "/routes", "/GRU,VCP-MIA/2027-03-01");
    }

    @Test
    void keepsWhatItKnewWhereTheProviderFails() {
        routes();
        clock.advance(Duration.ofDays(7));
        answers("/routes", 500, "");

        assertThat(routes().end()).isEqualTo(End.FAILED);
        assertThat(ask("MIA")).isEqualTo(FareReport.NONE);
        clock.advance(Duration.ofHours(5));
        assertThat(routes()).as("not at once").isEqualTo(FareReport.NONE);
        clock.advance(Duration.ofHours(1));
        answers("/routes", 200, "GRU MIA");
        assertThat(routes().end()).isEqualTo(End.READ);
    }

    @Test
    void sweepsOnceADayAndTellsThoseWhoWait() {
        FareReport report = sweep();

        assertThat(report.fares()).isEqualTo(2);
        assertThat(told).extracting(StoredFare::miles).containsExactlyInAnyOrder(90_000L, 60_000L);
        assertThat(sweep()).isEqualTo(FareReport.NONE);
        clock.advance(Duration.ofDays(1));
        answers("/all/2026-11-21/2027-11-21", 200, "GRU LIS 2027-03-10 90000");
        sweep();
        assertThat(asked).containsExactly(ALL, "/all/2026-11-21/2027-11-21");
    }

    @Test
    void takesNothingBackThatASweepDoesNotName() {
        answers("/GRU,VCP-LIS/2027-03-01", 200, "GRU LIS 2027-03-10 90000\nGRU LIS 2027-03-11 95000");
        ask("LIS");

        sweep();

        assertThat(new Fares(database.database())
                        .current(new FareFilter(wanted("LIS").query(MARCH.atDay(1)), null, null), 10))
                .hasSize(2);
    }
}
