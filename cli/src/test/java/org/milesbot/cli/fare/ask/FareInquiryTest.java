package org.milesbot.cli.fare.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.scrapers.fetch.FetchSettings;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.store.fare.FareBudget;
import org.milesbot.store.testing.TestDatabase;

final class FareInquiryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, Zones.SAO_PAULO);
    private static final FareQuery QUERY = new FareQuery(
            new TreeSet<>(Set.of("GRU")),
            new TreeSet<>(Set.of("LIS")),
            LocalDate.of(2027, 3, 1),
            LocalDate.of(2027, 3, 31),
            null,
            1);

    private final MockWebServer server = new MockWebServer();
    private final HttpFetcher fetcher = HttpFetcher.online(
            FetchSettings.defaults(URI.create("https://www.example.org/contact"))
                    .withPoliteness(Politeness.NONE)
                    .withPrivateHosts(Set.of("*")),
            CLOCK);
    private final TestDatabase database = TestDatabase.migrated();
    private final FareBudget budget = new FareBudget(database.database(), CLOCK);
    private final List<@Nullable Integer> kept = new ArrayList<>();
    private int perDay = 1_000;

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.enqueue(new MockResponse.Builder().code(404).build());
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        database.close();
    }

    private void answers(int code, String body, String... headers) {
        MockResponse.Builder answer = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            answer.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(answer.build());
    }

    private FareBudget.Standing standing() {
        return budget.standing("lines").orElseThrow();
    }

    private FareAnswer ask() {
        return ask((Fetched answer, @Nullable Integer fares) -> kept.add(fares));
    }

    private FareAnswer ask(FareInquiry.Keeper keeper) {
        Patience patience = new Patience(3, Duration.ofMillis(1), Duration.ofSeconds(1));
        Lines provider = new Lines(server.url("/").uri(), perDay);
        return new FareInquiry(
                        new FareInquiry.Means(fetcher, budget, keeper, patience, CLOCK),
                        provider,
                        FareInquiry.MOST_REQUESTS)
                .ask(() -> provider.requests(QUERY));
    }

    @Test
    void readsPageAfterPage() throws InterruptedException {
        answers(200, "GRU LIS 2027-03-10 90000\nnext /2", "X-Left", "41");
        answers(200, "GRU LIS 2027-03-11 85000\nwhat is this?\nnext /2", "X-Left", "40");

        FareAnswer answer = ask();

        assertThat(answer.end()).isEqualTo(End.READ);
        assertThat(answer.fares()).extracting(AwardFare::miles).containsExactly(90_000L, 85_000L);
        assertThat(answer.unreadable()).isEqualTo(1);
        assertThat(String.valueOf(answer.problem())).isEqualTo("what is this?");
        assertThat(answer.requests()).isEqualTo(2);
        assertThat(kept).containsExactly(1, 1);
        assertThat(standing().quotaLeft()).isEqualTo(40);
        server.takeRequest();
        RecordedRequest first = server.takeRequest();
        assertThat(first.getUrl().encodedPath()).isEqualTo("/GRU-LIS/2027-03-01");
        assertThat(first.getHeaders().get("x-key")).isEqualTo("secret");
    }

    @Test
    void asksAgainWhatFailsForTheMoment() {
        answers(502, "");
        answers(500, "");
        answers(200, "GRU LIS 2027-03-10 90000");

        FareAnswer answer = ask();

        assertThat(answer.end()).isEqualTo(End.READ);
        assertThat(answer.fares()).hasSize(1);
        assertThat(answer.requests()).isEqualTo(3);
    }

    @Test
    void givesUpAfterAWhile() {
        answers(502, "");
        answers(502, "");
        answers(502, "");

        FareAnswer answer = ask();

        assertThat(answer.end()).isEqualTo(End.FAILED);
        assertThat(String.valueOf(answer.problem())).contains("502");
        assertThat(kept).isEmpty();
    }

    @Test
    void leavesAloneWhoSaysTooMany() {
        answers(200, "GRU LIS 2027-03-10 90000\nnext /2");
        answers(429, "", "Retry-After", "600");

        FareAnswer answer = ask();

        assertThat(answer.end()).isEqualTo(End.BLOCKED);
        assertThat(answer.fares()).as("what came before is not lost").hasSize(1);
        assertThat(answer.requests()).isEqualTo(2);
        assertThat(standing().blockedUntil()).isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void leavesAloneWhoDoesNotTakeTheKey() {
        answers(403, "");

        assertThat(ask().end()).isEqualTo(End.BLOCKED);
        assertThat(standing().blockedUntil()).isAfter(NOW);
    }

    @Test
    void stopsWhereTheRateAllowsNoMore() {
        perDay = 1;
        answers(200, "GRU LIS 2027-03-10 90000\nnext /2");

        FareAnswer answer = ask();

        assertThat(answer.end()).isEqualTo(End.OUT_OF_TURNS);
        assertThat(answer.fares()).hasSize(1);
        assertThat(String.valueOf(answer.problem())).contains("lines");
    }

    @Test
    void keepsWhatItCannotRead() {
        answers(200, "<html>Manutenção</html>");

        FareAnswer answer = ask();

        assertThat(answer.end()).isEqualTo(End.UNREADABLE);
        assertThat(String.valueOf(answer.problem())).isEqualTo("a page in place of fares");
        assertThat(kept).hasSize(1).containsOnlyNulls();
    }

    @Test
    void takesWhatCannotBeKeptForNoFaultOfTheProvider() {
        MilesbotException full = new MilesbotException(ErrorKind.EXTERNAL, Text.plain("the disk is full"));
        answers(200, "GRU LIS 2027-03-10 90000");

        assertThatThrownBy(() -> ask((answer, fares) -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    @Test
    void saysWhatIsWrongWithTheDatabaseThoughTheAnswerIsUnreadable() {
        MilesbotException full = new MilesbotException(ErrorKind.EXTERNAL, Text.plain("the disk is full"));
        answers(200, "<html>Manutenção</html>");

        assertThatThrownBy(() -> ask((answer, fares) -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    @Test
    void isNoCrawl() {
        for (int i = 0; i < 60; i++) {
            answers(200, "GRU LIS 2027-03-10 90000\nnext /more/" + i);
        }

        assertThat(ask().requests()).isEqualTo(FareInquiry.MOST_REQUESTS);
    }
}
