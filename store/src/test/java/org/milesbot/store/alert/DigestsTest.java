package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.store.db.Database;

/** Several processes claim at once, each by a connection of its own, while more is written. */
@TestInstance(Lifecycle.PER_CLASS)
class DigestsTest {

    private static final int PEOPLE = 12;
    private static final int WORKERS = 4;
    private static final int WRITTEN_BEFORE = 60;
    private static final int WRITTEN_MEANWHILE = 120;
    private static final int AT_ONCE = 3;
    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");

    /** The clock runs a second for each claim, so that a chat's pace stops nobody; no lease may end by that. */
    private static final Duration LEASE = Duration.ofDays(1);

    private final Household house = new Household();
    private final AtomicInteger seconds = new AtomicInteger();

    /** Counts what happens, to tell what came before what. */
    private final AtomicLong order = new AtomicLong();

    /** When each row was there for all to see. */
    private final Map<Long, Long> seenFrom = new ConcurrentHashMap<>();

    /** A parcel, and what had happened before it was asked for. */
    private record Taken(Instant at, long after, Parcel parcel) {

        List<Long> ids() {
            return parcel.alerts().stream().map(Claimed::id).toList();
        }
    }

    private interface Worker {
        List<Taken> work(Database connection);
    }

    @AfterEach
    void clear() {
        house.clear();
        seconds.set(0);
        seenFrom.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private List<Long> people() {
        List<Long> people = new ArrayList<>();
        for (int person = 1; person <= PEOPLE; person++) {
            people.add(house.person(person, ""));
        }
        return people;
    }

    private void write(Database connection, String state, List<Long> people, int rows, Random random) {
        for (int row = 0; row < rows; row++) {
            long user = people.get(random.nextInt(people.size()));
            long id = connection.with(open -> open.createQuery("""
                            insert into alert (
                                user_id, promo_id, created_at, due_at, loud, urgent, digest, state, reason)
                            values (:user, gen_random_uuid(), :now, :now, true, false, :held, :state, 'created')
                            returning id
                            """)
                    .bind("user", user)
                    .bind("now", NOON)
                    .bind("held", state.equals("held"))
                    .bind("state", state)
                    .mapTo(Long.class)
                    .one());
            seenFrom.put(id, order.incrementAndGet());
        }
    }

    /** Claims and says that it arrived, until nothing is left and nothing comes any more. */
    private List<Taken> takeAll(Database connection, AtomicInteger writers) {
        Outbox outbox = new Outbox(connection, LEASE);
        List<Taken> taken = new ArrayList<>();
        boolean more = true;
        while (more) {
            boolean isWritten = writers.get() == 0;
            int before = taken.size();
            long after = order.get();
            Instant at = NOON.plusSeconds(seconds.incrementAndGet());
            List<Parcel> parcels = outbox.claim(AT_ONCE, at);
            parcels.forEach(parcel -> taken.add(new Taken(at, after, parcel)));
            outbox.settle(
                    parcels.stream()
                            .map(parcel -> Outcome.sent(parcel.alerts(), 1))
                            .toList(),
                    at);
            more = !isWritten || taken.size() > before;
        }
        return taken;
    }

    private List<Taken> together(List<Worker> workers) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            List<Callable<List<Taken>>> calls = new ArrayList<>();
            for (Worker worker : workers) {
                calls.add(() -> {
                    try (Database connection = house.another()) {
                        return worker.work(connection);
                    }
                });
            }
            List<Taken> all = new ArrayList<>();
            for (Future<List<Taken>> result : threads.invokeAll(calls)) {
                all.addAll(result.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Taken> claimedWhileWritten(String state, long seed) throws ExecutionException, InterruptedException {
        List<Long> people = people();
        write(house.database(), state, people, WRITTEN_BEFORE, new Random(seed));
        AtomicInteger writers = new AtomicInteger(1);
        List<Worker> workers = new ArrayList<>(Collections.nCopies(WORKERS, claims -> takeAll(claims, writers)));
        workers.add(connection -> {
            write(connection, state, people, WRITTEN_MEANWHILE, new Random(~seed));
            writers.decrementAndGet();
            return List.of();
        });
        List<Taken> taken = together(workers);
        // What another was looking at in the last moment was passed over.
        taken.addAll(takeAll(house.database(), writers));
        return taken;
    }

    private void assertEachOnce(List<Taken> taken) {
        List<Long> ids = taken.stream().flatMap(each -> each.ids().stream()).toList();
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(seenFrom.keySet());
        assertThat(house.rows("select distinct concat_ws(' ', state, attempts) from alert"))
                .containsExactly("sent 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void gathersEachRowInOneDigestAndLeavesNoneBehind(long seed) throws ExecutionException, InterruptedException {
        List<Taken> taken = claimedWhileWritten("held", seed);

        assertEachOnce(taken);
        assertThat(taken).anyMatch(each -> each.ids().size() > 1);
        Map<Long, List<Taken>> byPerson = new HashMap<>();
        taken.stream()
                .sorted(Comparator.comparing(Taken::at))
                .forEach(each -> byPerson.computeIfAbsent(each.parcel().to().userId(), user -> new ArrayList<>())
                        .add(each));
        byPerson.values().forEach(this::assertWhole);
    }

    /** What was there before a digest was claimed is in that one, or in one before it. */
    private void assertWhole(List<Taken> digests) {
        Set<Long> all = new HashSet<>();
        digests.forEach(each -> all.addAll(each.ids()));
        Set<Long> told = new HashSet<>();
        for (Taken digest : digests) {
            told.addAll(digest.ids());
            assertThat(all)
                    .filteredOn(id -> Objects.requireNonNull(seenFrom.get(id)) <= digest.after())
                    .isSubsetOf(told);
        }
    }

    @Test
    void givesEachSingleAlertToOneProcess() throws ExecutionException, InterruptedException {
        List<Taken> taken = claimedWhileWritten("due", 4);

        assertEachOnce(taken);
        assertThat(taken).allMatch(each -> each.ids().size() == 1);
    }
}
