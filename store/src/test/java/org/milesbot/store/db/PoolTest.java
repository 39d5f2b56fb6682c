package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.testing.TestDatabase;

class PoolTest {

    private final TestDatabase test = TestDatabase.empty();
    private final Database pool = Database.pooled(
            test.address(),
            test.database().schema(),
            new PoolSettings(2, Duration.ofSeconds(5), Duration.ofMillis(300)));
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @BeforeEach
    void fill() {
        test.database().useTransaction(open -> {
            open.execute("create schema " + pool.schema());
            open.execute("create table counted (n integer)");
        });
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        pool.close();
        test.close();
    }

    private static int process(Handle open) {
        return open.createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
    }

    /** Keeps a connection of the pool until told to let go. */
    private Future<Integer> hold(CountDownLatch held, CountDownLatch release) {
        return threads.submit(() -> pool.with(open -> {
            int number = process(open);
            held.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return number;
        }));
    }

    @Test
    void servesSeveralThreadsAtOnceAndTellsHowBusyItIs() throws InterruptedException, ExecutionException {
        CountDownLatch held = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        assertThat(pool.pool()).contains(new PoolFigures(2, 0, 0, 0));

        Future<Integer> one = hold(held, release);
        Future<Integer> other = hold(held, release);
        held.await();

        assertThat(pool.pool()).contains(new PoolFigures(2, 2, 0, 0));
        assertThatThrownBy(pool::serverVersion).isInstanceOfSatisfying(MilesbotException.class, error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.EXTERNAL);
            assertThat(error).hasMessageContaining("2").hasMessageContaining("300 ms");
        });
        release.countDown();
        assertThat(one.get()).isNotEqualTo(other.get());
        await().untilAsserted(() -> assertThat(pool.pool()).contains(new PoolFigures(2, 0, 2, 0)));
    }

    @Test
    void runsWhatIsCalledInsideOnTheSameConnection() {
        pool.useTransaction(outer -> {
            outer.execute("insert into counted values (1)");
            int inner = pool.inTransaction(open -> open.createQuery("select count(*) from counted")
                    .mapTo(Integer.class)
                    .one());
            assertThat(inner).isEqualTo(1);
            assertThat(pool.with(PoolTest::process)).isEqualTo(process(outer));
        });
    }

    @Test
    void takesBackWhatFailedInside() {
        assertThatThrownBy(() -> pool.useTransaction(outer -> {
                    outer.execute("insert into counted values (1)");
                    pool.useTransaction(inner -> inner.execute("select nonsense"));
                }))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.INTERNAL));

        int counted = pool.with(open -> open.createQuery("select count(*) from counted")
                .mapTo(Integer.class)
                .one());
        assertThat(counted).isZero();
    }

    @Test
    void replacesALostConnection() {
        int process = pool.with(PoolTest::process);
        assertThatThrownBy(() -> pool.with(open -> {
                    terminate(process);
                    return process(open);
                }))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.EXTERNAL));

        assertThat(pool.with(PoolTest::process)).isNotEqualTo(process);
    }

    private void terminate(int process) {
        test.database()
                .with(open -> open.createQuery("select pg_terminate_backend(:process, 5000)")
                        .bind("process", process)
                        .mapTo(Boolean.class)
                        .one());
    }

    @Test
    void endsAStatementThatTakesTooLong() {
        try (Database hasty = Database.pooled(
                test.address(), pool.schema(), new PoolSettings(1, Duration.ofMillis(50), Duration.ofSeconds(2)))) {
            assertThatThrownBy(() -> hasty.with(open -> open.execute("select pg_sleep(20)")))
                    .isInstanceOfSatisfying(
                            MilesbotException.class,
                            error -> assertThat(error.kind()).isEqualTo(ErrorKind.EXTERNAL));
        }
    }

    @Test
    void saysAtOnceThatTheServerDoesNotAnswerAndTriesAgainTheNextTime() {
        DatabaseAddress nobody = new DatabaseAddress("127.0.0.1", 1, "miles", "ana", "s3cret", new TreeMap<>());
        try (Database lost = Database.pooled(
                nobody, "milesbot", new PoolSettings(2, Duration.ofSeconds(5), Duration.ofMinutes(1)))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(lost::serverVersion)
                        .isInstanceOfSatisfying(
                                MilesbotException.class,
                                error -> assertThat(error.kind()).isEqualTo(ErrorKind.EXTERNAL))
                        .hasMessageContaining("127.0.0.1:1")
                        .message()
                        .doesNotContain("s3cret");
            }
        }
    }

    @Test
    void refusesLocksAndGivesAConnectionOfItsOwnForThem() {
        assertThatThrownBy(() -> new Locks(pool)).isInstanceOf(IllegalArgumentException.class);

        try (Database own = pool.another()) {
            assertThat(own.pool()).isEmpty();
            assertThat(new Locks(own).tryAcquire("scrape/blogs")).isPresent();
        }
    }

    @Test
    void servesNobodyOnceItIsClosed() {
        assertThat(pool.serverVersion()).isNotBlank();
        pool.close();

        assertThatThrownBy(pool::serverVersion).isInstanceOf(IllegalStateException.class);
    }
}
