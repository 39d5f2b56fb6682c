package org.milesbot.store.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Cabin;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.FareQueries.Asking;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
class FareQueriesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00.123456789Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final TestDatabase test = TestDatabase.migrated();
    private final FareQueries queries = new FareQueries(test.database(), LEASE);

    @AfterEach
    void clear() {
        test.clear();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private static WantedQuery wanted(int month, @Nullable Cabin cabin, int people) {
        return new WantedQuery(
                new TreeSet<>(List.of("VCP", "GRU")),
                new TreeSet<>(List.of("LIS")),
                YearMonth.of(2027, month),
                cabin,
                1,
                people);
    }

    private static Instant hours(double hours) {
        return NOON.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private void answered(WantedQuery wanted, FareOutcome outcome, Instant now) {
        queries.take("partner", List.of(wanted), now).forEach(asking -> queries.ended(asking, outcome, 7, now));
    }

    @ParameterizedTest
    @CsvSource({"0, 6", "1, 6", "2, 5", "3, 5", "4, 4", "8, 3", "16, 2", "1000000, 2"})
    void areGoodForTwoToSixHours(int people, long hours) {
        assertThat(wanted(3, null, people).timeToLive()).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void areAskedAgainWhenTheAnswerIsOld() {
        List<WantedQuery> both = List.of(wanted(3, null, 4), wanted(4, null, 1));

        List<Asking> taken = queries.take("partner", both, NOON);
        taken.forEach(asking -> queries.ended(asking, FareOutcome.WHOLE, 7, hours(0)));

        assertThat(taken).extracting(Asking::wanted).containsExactlyElementsOf(both);
        assertThat(queries.due("partner", both, hours(3.9))).isEmpty();
        assertThat(queries.due("partner", both, hours(4))).containsExactly(both.get(0));
        assertThat(queries.due("partner", both, hours(6))).containsExactlyElementsOf(both);
        assertThat(queries.due("other", both, hours(1))).containsExactlyElementsOf(both);
    }

    @Test
    void areLeftToWhoeverAsksUntilTheLeaseIsOver() {
        List<WantedQuery> one = List.of(wanted(3, null, 1));
        List<Asking> first = queries.take("partner", one, NOON);

        assertThat(queries.due("partner", one, hours(0.1))).isEmpty();
        assertThat(queries.take("partner", one, hours(0.1))).isEmpty();
        List<Asking> second = queries.take("partner", one, hours(0.5));
        queries.ended(first.get(0), FareOutcome.WHOLE, 7, hours(0.55));

        assertThat(second).hasSize(1);
        assertThat(queries.due("partner", one, hours(0.7)))
                .as("the second one did not say how it ended, and the first one came too late")
                .hasSize(1);
    }

    @Test
    void waitLongerAfterEachFailure() {
        WantedQuery one = wanted(3, null, 100);
        answered(one, FareOutcome.FAILED, hours(0));
        assertThat(queries.due("partner", List.of(one), hours(0.2))).isEmpty();
        answered(one, FareOutcome.FAILED, hours(0.25));
        assertThat(queries.due("partner", List.of(one), hours(0.7))).isEmpty();
        answered(one, FareOutcome.FAILED, hours(0.75));
        assertThat(queries.due("partner", List.of(one), hours(1.7))).isEmpty();

        answered(one, FareOutcome.PART, hours(1.75));

        assertThat(queries.due("partner", List.of(one), hours(3.7))).isEmpty();
        assertThat(queries.due("partner", List.of(one), hours(3.8))).hasSize(1);
    }

    @Test
    void areAnsweredByAnAnswerForAllCabins() {
        WantedQuery business = wanted(3, Cabin.BUSINESS, 1);
        answered(wanted(3, null, 1), FareOutcome.WHOLE, NOON);

        assertThat(queries.due("partner", List.of(business), hours(1))).isEmpty();
        assertThat(queries.take("partner", List.of(business), hours(1))).isEmpty();
        assertThat(queries.due("partner", List.of(wanted(4, Cabin.BUSINESS, 1)), hours(1)))
                .hasSize(1);
        answered(wanted(4, Cabin.BUSINESS, 1), FareOutcome.WHOLE, NOON);
        assertThat(queries.due("partner", List.of(wanted(4, null, 1)), hours(1)))
                .hasSize(1);
    }

    @Test
    void areAskedOnceHoweverManyAskAtOnce() throws InterruptedException, ExecutionException {
        List<WantedQuery> year = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> wanted(month, null, 1))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> taken = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                taken.add(threads.submit(() -> {
                    try (Database own = test.another()) {
                        return new FareQueries(own, LEASE)
                                .take("partner", year, NOON)
                                .size();
                    }
                }));
            }
            int all = 0;
            for (Future<Integer> each : taken) {
                all += each.get();
            }
            assertThat(all).isEqualTo(12);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void areForgottenAfterAMonth() {
        answered(wanted(3, null, 1), FareOutcome.WHOLE, NOON);

        assertThat(queries.forget(hours(24 * 30))).isZero();
        assertThat(queries.forget(hours(24 * 31))).isOne();
    }
}
