package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.testing.TestServer;

class DatabaseTest {

    private static DatabaseAddress changed(String user, String password, String database, int port) {
        return new DatabaseAddress(
                TestServer.postgres().host(),
                port,
                database,
                user,
                password,
                TestServer.postgres().options());
    }

    private static void assertFails(DatabaseAddress address, ErrorKind kind, String... words) {
        assertThatThrownBy(() -> Database.open(address, "milesbot").serverVersion())
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(kind))
                .message()
                .contains(words)
                .doesNotContain("s3cret");
    }

    @Test
    void saysThatTheServerDoesNotAnswer() {
        DatabaseAddress nobody = new DatabaseAddress("127.0.0.1", 1, "miles", "ana", "s3cret", new TreeMap<>());

        assertFails(nobody, ErrorKind.EXTERNAL, "127.0.0.1:1", "milesbot db start");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        DatabaseAddress right = TestServer.postgres();

        assertFails(
                changed("nobody_of_that_name", "s3cret", right.database(), right.port()),
                ErrorKind.CONFIGURATION,
                "nobody_of_that_name",
                "DATABASE_URL");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        DatabaseAddress right = TestServer.postgres();
        String password = right.password() == null ? "" : right.password();

        assertFails(
                changed(right.user(), password, "no_such_database", right.port()),
                ErrorKind.CONFIGURATION,
                "createdb no_such_database");
    }

    @Test
    void tellsALostConnectionFromAFaultOfItsOwn() {
        try (TestDatabase test = TestDatabase.empty();
                Database other = test.another()) {
            int process = other.with(open -> open.createQuery("select pg_backend_pid()")
                    .mapTo(Integer.class)
                    .one());
            assertThatThrownBy(() -> other.with(open -> open.execute("select nonsense from nowhere")))
                    .isInstanceOfSatisfying(
                            MilesbotException.class,
                            error -> assertThat(error.kind()).isEqualTo(ErrorKind.INTERNAL));

            test.database()
                    .with(open -> open.createQuery("select pg_terminate_backend(:process)")
                            .bind("process", process)
                            .mapTo(Boolean.class)
                            .one());

            assertThatThrownBy(other::serverVersion)
                    .isInstanceOfSatisfying(
                            MilesbotException.class,
                            error -> assertThat(error.kind()).isEqualTo(ErrorKind.EXTERNAL));
        }
    }

    /** What the server really does about the socket, and not only what it was told. */
    @Test
    void hasTheServerLetGoOfAMachineThatIsCutOffInTheMiddleOfAnAnswer() {
        try (TestDatabase test = TestDatabase.empty()) {
            String longest = test.database()
                    .with(open -> open.createQuery("show tcp_user_timeout")
                            .mapTo(String.class)
                            .one());
            assertThat(longest).isEqualTo("60000");
        }
    }

    @Test
    void letsThreadsTakeTurns() throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (TestDatabase test = TestDatabase.empty()) {
            test.database()
                    .useTransaction(open ->
                            open.execute("create schema " + test.database().schema()));
            test.database().useTransaction(open -> open.execute("create table counted (n integer)"));
            List<Future<Integer>> inserted = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                inserted.add(pool.submit(
                        () -> test.database().inTransaction(open -> open.execute("insert into counted values (1)"))));
            }
            for (Future<Integer> one : inserted) {
                assertThat(one.get()).isEqualTo(1);
            }
            int counted = test.database()
                    .with(open -> open.createQuery("select count(*) from counted")
                            .mapTo(Integer.class)
                            .one());
            assertThat(counted).isEqualTo(200);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void holdsALockForOneAtATime() {
        try (TestDatabase test = TestDatabase.empty();
                Database other = test.another()) {
            Locks here = new Locks(test.database());
            Locks there = new Locks(other);

            try (Locks.Held held = here.tryAcquire("scrape/blogs").orElseThrow()) {
                assertThat(held).isNotNull();
                assertThat(here.tryAcquire("scrape/blogs")).isEmpty();
                assertThat(there.tryAcquire("scrape/blogs")).isEmpty();
                assertThat(there.tryAcquire("scrape/channels")).isPresent();
            }
            assertThat(there.tryAcquire("scrape/blogs")).isPresent();
        }
    }

    @Test
    void letsGoOfALockWhenItsProcessIsGone() {
        try (TestDatabase test = TestDatabase.empty()) {
            try (Database other = test.another()) {
                assertThat(new Locks(other).tryAcquire("scrape/blogs")).isPresent();
            }
            // The server notices the end of a connection a moment later.
            await().until(() ->
                    new Locks(test.database()).tryAcquire("scrape/blogs").isPresent());
        }
    }
}
