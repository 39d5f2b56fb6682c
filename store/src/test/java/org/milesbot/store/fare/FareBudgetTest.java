package org.milesbot.store.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.fare.FareRate;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.FareGrant.Denied;
import org.milesbot.store.fare.FareGrant.Granted;
import org.milesbot.store.fare.FareGrant.Limit;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
class FareBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T03:00:00Z");
    private static final FareRate THREE = new FareRate(3, Duration.ofSeconds(2));

    private final TestDatabase test = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.at(NOON);
    private final FareBudget budget = new FareBudget(test.database(), clock);

    @AfterEach
    void clear() {
        test.clear();
        clock.show(NOON);
    }

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    void handsOutRequestsSoFarApartAndNoMoreThanADayHas() {
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Granted(NOON));
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Granted(NOON.plusSeconds(2)));
        clock.show(NOON.plusSeconds(60));
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Granted(NOON.plusSeconds(60)));
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Denied(Limit.DAY, MIDNIGHT));
        assertThat(budget.reserve("other", THREE)).isInstanceOf(Granted.class);
        clock.show(MIDNIGHT);
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Granted(MIDNIGHT));
    }

    @Test
    void neverAsksWhoIsNotToBeAsked() {
        assertThat(budget.reserve("saved", FareRate.NEVER)).isEqualTo(new Denied(Limit.DAY, MIDNIGHT));
        assertThat(budget.standing("saved")).isEmpty();
    }

    @Test
    void holdsToWhatTheProviderSaysIsLeft() {
        budget.left("partner", 1);

        assertThat(budget.reserve("partner", THREE)).isInstanceOf(Granted.class);
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Denied(Limit.DAY, MIDNIGHT));
        assertThat(budget.standing("partner")).contains(new FareBudget.Standing(1, 0, null));
        clock.show(MIDNIGHT);
        assertThat(budget.standing("partner")).contains(new FareBudget.Standing(0, null, null));
        assertThat(budget.reserve("partner", THREE)).isInstanceOf(Granted.class);
    }

    @Test
    void leavesAProviderAloneThatWantsToBe() {
        Instant later = NOON.plusSeconds(600);
        budget.block("partner", later);
        budget.block("partner", NOON.plusSeconds(60));

        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Denied(Limit.BLOCKED, later));
        clock.show(later);
        assertThat(budget.reserve("partner", THREE)).isEqualTo(new Granted(later));
    }

    @Test
    void isNeverPassedHoweverManyAskAtOnce() throws InterruptedException, ExecutionException {
        FareRate rate = new FareRate(25, Duration.ofSeconds(1));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<FareGrant>>> asked = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                asked.add(threads.submit(() -> tenTimes(rate)));
            }
            List<FareGrant> granted = new ArrayList<>();
            for (Future<List<FareGrant>> each : asked) {
                each.get().stream().filter(Granted.class::isInstance).forEach(granted::add);
            }
            assertThat(granted).hasSize(25).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<FareGrant> tenTimes(FareRate rate) {
        try (Database own = test.another()) {
            FareBudget same = new FareBudget(own, clock);
            List<FareGrant> grants = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                grants.add(same.reserve("partner", rate));
            }
            return grants;
        }
    }
}
