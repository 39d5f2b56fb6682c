package org.milesbot.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.PoolSettings;
import org.milesbot.store.schedule.SharedSchedule.Work;
import org.milesbot.store.testing.TestDatabase;

class SharedScheduleTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

    private final Clock clock = Clock.systemUTC();
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
    private TestDatabase test;
    private Database pool;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        pool = Database.pooled(
                test.address(),
                test.database().schema(),
                new PoolSettings(6, Duration.ofSeconds(10), Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        pool.close();
        test.close();
    }

    private SharedSchedule schedule(String name, Map<String, Work> works) {
        SharedSchedule.Manner manner = new SharedSchedule.Manner(name, 2, SOON, Duration.ofSeconds(1), SOON);
        SharedSchedule schedule = new SharedSchedule(pool, manner, works, clock);
        schedule.start();
        return schedule;
    }

    private Work later() {
        return which -> {
            done.add(which);
            return LATER;
        };
    }

    private Work laterAs(String name) {
        return which -> {
            done.add(name + " " + which);
            return LATER;
        };
    }

    private List<String> rows() {
        return test.database()
                .with(open -> open.createQuery("""
                                select concat_ws(' ', task_name, task_instance, picked, execution_time > now())
                                from duty
                                order by task_name, task_instance
                                """).mapTo(String.class).list());
    }

    @Test
    void doesWhatIsDueAndThenWhenItIsDueAgain() {
        Work thrice = which -> {
            done.add(which);
            return done.size() < 3 ? clock.instant() : LATER;
        };
        try (SharedSchedule one = schedule("one", Map.of("scrape", thrice))) {
            one.plan("scrape", "blogs", clock.instant());
            await().untilAsserted(() -> assertThat(rows()).containsExactly("scrape blogs f t"));
            assertThat(done).containsExactly("blogs", "blogs", "blogs");
        }
    }

    @Test
    void forgetsWhatIsNotToBeDoneAnyMore() {
        try (SharedSchedule one = schedule("one", Map.of("scrape", which -> null))) {
            one.plan("scrape", "gone", clock.instant());
            await().untilAsserted(() -> assertThat(rows()).isEmpty());
        }
    }

    @Test
    void bringsForwardAndNeverPutsOff() {
        try (SharedSchedule one = schedule("one", Map.of("scrape", later()))) {
            one.plan("scrape", "blogs", LATER);
            one.plan("scrape", "blogs", LATER.plusSeconds(1));
            one.planIfMissing("scrape", "blogs", clock.instant());
            assertThat(rows()).containsExactly("scrape blogs f t");
            one.plan("scrape", "blogs", clock.instant());
            await().untilAsserted(() -> assertThat(done).containsExactly("blogs"));
        }
    }

    @Test
    void leavesAloneWhatItWasNotGiven() {
        try (SharedSchedule one = schedule("one", Map.of("notify", laterAs("one")));
                SharedSchedule other = schedule("other", Map.of("scrape", laterAs("other")))) {
            one.plan("scrape", "blogs", clock.instant());
            other.plan("notify", "mail", clock.instant());
            await().untilAsserted(() -> assertThat(done).containsExactlyInAnyOrder("other blogs", "one mail"));
        }
    }

    @Test
    void doesEachPieceOnceHoweverManyShareTheWork() {
        try (SharedSchedule one = schedule("one", Map.of("scrape", later()));
                SharedSchedule other = schedule("other", Map.of("scrape", later()))) {
            for (int i = 0; i < 20; i++) {
                (i % 2 == 0 ? one : other).plan("scrape", "plugin" + i, clock.instant());
            }
            await().untilAsserted(() -> assertThat(rows()).hasSize(20).allMatch(row -> row.endsWith("f t")));
            assertThat(done).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void takesOverWhatADeadProcessWasAt() {
        test.database().with(open -> open.execute("""
                        insert into duty (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('scrape', 'blogs', now() - interval '1 hour', true, 'dead', now() - interval '1 minute', 1)
                        """));
        SharedSchedule one = schedule("one", Map.of("scrape", later()));
        await().untilAsserted(() -> assertThat(rows()).containsExactly("scrape blogs f t"));
        one.close();
        assertThat(done).containsExactly("blogs");
    }

    @Test
    void handsBackWhatDoesNotEnd() {
        CountDownLatch begun = new CountDownLatch(1);
        Work endless = which -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return LATER;
        };
        try (SharedSchedule one = schedule("one", Map.of("scrape", endless))) {
            one.plan("scrape", "blogs", clock.instant());
            await().until(() -> begun.getCount() == 0);
        }
        assertThat(rows()).as("free, and due").containsExactly("scrape blogs f f");
    }

    @Test
    void triesAgainWhatFailed() {
        AtomicBoolean failed = new AtomicBoolean();
        Work broken = which -> {
            failed.set(true);
            throw new IllegalStateException("broken for the test");
        };
        try (SharedSchedule one = schedule("one", Map.of("scrape", broken))) {
            one.plan("scrape", "blogs", clock.instant());
            await().untilAsserted(() -> assertThat(rows()).containsExactly("scrape blogs f t"));
            assertThat(failed).isTrue();
        }
    }

    @Test
    void saysThatTheDatabaseIsAtFaultIfItTakesNothing() {
        test.database()
                .with(open -> open.execute("create function full_disk() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$;"
                        + " create trigger full_disk before insert on duty execute function full_disk()"));
        try (SharedSchedule schedule = schedule("one", Map.of("scrape", later()))) {
            assertThatThrownBy(() -> schedule.plan("scrape", "a", LATER))
                    .isInstanceOfSatisfying(
                            MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.EXTERNAL));
        }
    }
}
