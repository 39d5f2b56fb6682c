package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.milesbot.store.alert.SendBudget.Rate;
import org.milesbot.store.alert.SendBudget.Turns;
import org.milesbot.store.db.Database;
import org.milesbot.store.redis.RedisBudget;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.testing.TestRedis;
import redis.clients.jedis.Jedis;

/** Nobody waits for the turns, so they are hours apart, and a slow machine cannot blur them. */
@TestInstance(Lifecycle.PER_CLASS)
class SendBudgetTest {

    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration BLUR = Duration.ofMinutes(1);
    private static final Rate RATE = new Rate(STEP, 3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NOBODY = "redis://127.0.0.1:1";
    private static final AtomicInteger INSTALLATIONS = new AtomicInteger();

    private final TestDatabase test = TestDatabase.migrated();
    private final List<AutoCloseable> open = new ArrayList<>();
    private String installation = "";

    /** Where a budget is kept. */
    enum Place {
        TABLE,
        REDIS,
        LOST_REDIS
    }

    @BeforeEach
    void begin() {
        installation = test.database().schema() + "_" + INSTALLATIONS.incrementAndGet();
        test.database().with(handle -> handle.execute("truncate send_budget"));
    }

    @AfterEach
    void letGo() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        open.clear();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private SendBudget budget(Place place) {
        return switch (place) {
            case TABLE -> table();
            case REDIS -> redis(TestRedis.uri().toString());
            case LOST_REDIS -> redis(NOBODY);
        };
    }

    private SendBudget table() {
        Database connection = test.another();
        open.add(connection);
        return new TableBudget(connection, RATE);
    }

    private SendBudget redis(String url) {
        RedisBudget budget = new RedisBudget(url, PATIENCE, installation, RATE, table());
        open.add(budget);
        return budget;
    }

    private static void assertFirst(Turns turns, Duration expected) {
        assertThat(turns.first().toSeconds()).isCloseTo(expected.toSeconds(), within(BLUR.toSeconds()));
    }

    @ParameterizedTest
    @EnumSource
    void givesNoTurnTwice(Place place) throws ExecutionException, InterruptedException {
        List<SendBudget> processes = List.of(budget(place), budget(place));
        processes.get(0).hold(STEP);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Duration> turns = new ArrayList<>();
        try {
            List<Callable<List<Duration>>> workers = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                SendBudget process = processes.get(worker % 2);
                workers.add(() -> takeTurns(process));
            }
            for (Future<List<Duration>> taken : threads.invokeAll(workers)) {
                turns.addAll(taken.get());
            }
        } finally {
            threads.shutdownNow();
        }

        Collections.sort(turns);
        assertThat(turns).hasSize(4 * (1 + 2 + 3 + 4 + 5));
        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i).minus(turns.get(i - 1))).isBetween(STEP.minus(BLUR), STEP.plus(BLUR));
        }
    }

    /** When the turns are, by the clock of this JVM. */
    private static List<Duration> takeTurns(SendBudget budget) {
        List<Duration> taken = new ArrayList<>();
        for (int sends = 1; sends <= 5; sends++) {
            Turns turns = budget.reserve(sends);
            Duration now = Duration.ofNanos(System.nanoTime());
            for (int turn = 0; turn < sends; turn++) {
                taken.add(now.plus(turns.until(turn)));
            }
        }
        return taken;
    }

    @ParameterizedTest
    @EnumSource
    void holdsAllForExactlySoLong(Place place) {
        SendBudget first = budget(place);
        SendBudget second = budget(place);

        first.hold(Duration.ofHours(10));
        second.hold(Duration.ofHours(10));
        first.hold(Duration.ofHours(4));

        assertFirst(second.reserve(1), Duration.ofHours(10));
        assertFirst(first.reserve(1), Duration.ofHours(11));
    }

    @ParameterizedTest
    @EnumSource
    void holdsNobodyLongerWhoseTurnIsLaterAnyway(Place place) {
        SendBudget budget = budget(place);
        budget.hold(STEP);
        budget.reserve(19);

        budget.hold(Duration.ofHours(10));

        assertFirst(budget.reserve(1), Duration.ofHours(20));
    }

    @ParameterizedTest
    @EnumSource
    void makesUpForAFewTurnsThatWereMissedAndNoMore(Place place) {
        SendBudget budget = budget(place);
        budget.reserve(1);
        test.database().with(handle -> handle.execute("update send_budget set next_at = now() - interval '1 day'"));
        forget();

        Turns turns = budget.reserve(5);

        assertFirst(turns, STEP.multipliedBy(-3));
        assertThat(turns.until(3)).isLessThan(BLUR);
        assertThat(turns.until(4)).isBetween(STEP.minus(BLUR), STEP);
        assertFirst(budget.reserve(1), STEP.multipliedBy(2));
    }

    private void forget() {
        try (Jedis redis = new Jedis(TestRedis.uri())) {
            redis.del("milesbot:" + installation + ":send_budget");
        }
    }

    @Test
    void goesOnWithTheTableWhenRedisIsLostAndKeepsThePause() {
        String account = "budget_" + Long.toHexString(System.nanoTime());
        try (Jedis admin = new Jedis(TestRedis.uri())) {
            admin.aclSetUser(account, "on", ">right", "~*", "+@all");
            try {
                SendBudget lost = redis("redis://" + account + ":right@"
                        + TestRedis.uri().getHost() + ":" + TestRedis.uri().getPort());
                lost.hold(Duration.ofHours(7));
                assertFirst(lost.reserve(1), Duration.ofHours(7));

                // Which also ends the connections of that account.
                admin.aclDelUser(account);

                assertFirst(lost.reserve(2), Duration.ofHours(7));
                assertFirst(table().reserve(1), Duration.ofHours(9));
            } finally {
                admin.aclDelUser(account);
            }
        }
    }

    @Test
    void keepsInstallationsOnOneRedisApart() {
        budget(Place.REDIS).hold(Duration.ofHours(7));
        installation += "_other";
        test.database().with(handle -> handle.execute("truncate send_budget"));

        assertThat(budget(Place.REDIS).reserve(1).until(0)).isLessThan(BLUR);
    }
}
