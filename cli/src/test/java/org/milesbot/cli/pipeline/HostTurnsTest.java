package org.milesbot.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.scrapers.fetch.PacedFetcher;

@Timeout(60)
class HostTurnsTest {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final Set<String> busy = new HashSet<>();
    private boolean twoAtOneHost;

    private final PacedFetcher pacing = new PacedFetcher() {
        @Override
        public FetchResult fetch(FetchRequest request) {
            throw new AssertionError("steps do that");
        }

        @Override
        public Duration pauseBefore(URI uri) {
            return slow.contains(uri.getHost()) ? Duration.ofHours(1) : Duration.ofMillis(1);
        }

        @Override
        public boolean prepare(URI uri) {
            boolean isNew = prepared.add(uri.getHost());
            if (isNew) {
                asked.add(uri.getHost() + "/robots.txt");
            }
            return isNew;
        }
    };

    private final class Visit implements Stepwise {
        private final Deque<URI> waiting = new ArrayDeque<>();

        Visit(String... addresses) {
            for (String address : addresses) {
                waiting.add(URI.create("http://" + address));
            }
        }

        @Override
        public @Nullable URI next() {
            return waiting.peek();
        }

        @Override
        public void step() {
            URI uri = waiting.remove();
            synchronized (busy) {
                twoAtOneHost |= !busy.add(uri.getHost());
            }
            asked.add(uri.getHost() + uri.getPath());
            if (uri.getPath().equals("/slow")) {
                slow.add(uri.getHost());
            }
            synchronized (busy) {
                busy.remove(uri.getHost());
            }
            if (uri.getPath().equals("/broken")) {
                throw new IllegalStateException("broken");
            }
        }
    }

    @Test
    void asksOneAtATimeOfEachHostAndAllOfThem() {
        List<CompletableFuture<@Nullable Void>> ends = new ArrayList<>();
        try (HostTurns turns = new HostTurns(pacing, 8)) {
            for (int i = 0; i < 300; i++) {
                ends.add(turns.add(new Visit("h" + i % 30 + "/a" + i, "h" + i % 7 + "/b" + i)));
            }
            for (CompletableFuture<@Nullable Void> end : ends) {
                end.orTimeout(30, TimeUnit.SECONDS).join();
            }
        }
        assertThat(twoAtOneHost).isFalse();
        assertThat(asked).hasSize(300 * 2 + 30).doesNotHaveDuplicates();
    }

    @Test
    void asksOthersWhileAHostHasItsPause() {
        CompletableFuture<@Nullable Void> held;
        try (HostTurns turns = new HostTurns(pacing, 1)) {
            held = turns.add(new Visit("a/slow", "a/more"));
            turns.add(new Visit("b/1", "b/2")).orTimeout(30, TimeUnit.SECONDS).join();
            turns.add(new Visit("c/1")).orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(turns.add(() -> "by itself")
                            .orTimeout(30, TimeUnit.SECONDS)
                            .join())
                    .isEqualTo("by itself");
            assertThat(held).isNotDone();
        }
        assertThat(asked).contains("a/slow", "b/2", "c/1").doesNotContain("a/more");
    }

    @Test
    void asksForTheRulesOfAHostFirst() {
        try (HostTurns turns = new HostTurns(pacing, 4)) {
            turns.add(new Visit("a/1", "b/1", "a/2"))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }
        assertThat(asked).containsExactly("a/robots.txt", "a/1", "b/robots.txt", "b/1", "a/2");
    }

    @Test
    void goesOnWithWhatItHasBegun() {
        try (HostTurns turns = new HostTurns(pacing, 1)) {
            CompletableFuture<@Nullable Void> one = turns.add(new Visit("a/1", "a/2", "a/3"));
            CompletableFuture<@Nullable Void> other = turns.add(new Visit("a/4", "a/5"));
            one.orTimeout(30, TimeUnit.SECONDS).join();
            other.orTimeout(30, TimeUnit.SECONDS).join();
        }
        assertThat(asked).containsExactly("a/robots.txt", "a/1", "a/2", "a/3", "a/4", "a/5");
    }

    @Test
    void endsWhatBreaksAndNothingElse() {
        try (HostTurns turns = new HostTurns(pacing, 2)) {
            CompletableFuture<@Nullable Void> broken = turns.add(new Visit("a/broken", "a/never"));
            CompletableFuture<@Nullable Void> sound = turns.add(new Visit("a/1", "a/2"));
            CompletableFuture<@Nullable Void> aimless = turns.add(new Stepwise() {
                @Override
                public @Nullable URI next() {
                    throw new IllegalArgumentException("no idea");
                }

                @Override
                public void step() {}
            });

            sound.orTimeout(30, TimeUnit.SECONDS).join();
            assertThatThrownBy(() -> broken.orTimeout(30, TimeUnit.SECONDS).join())
                    .hasRootCauseMessage("broken");
            assertThatThrownBy(() -> aimless.orTimeout(30, TimeUnit.SECONDS).join())
                    .hasRootCauseMessage("no idea");
        }
        assertThat(asked).doesNotContain("a/never");
    }

    @Test
    void endsAtOnceWithNothingToDo() {
        try (HostTurns turns = new HostTurns(pacing, 1)) {
            turns.add(new Visit()).orTimeout(30, TimeUnit.SECONDS).join();
        }
        assertThat(asked).isEmpty();
    }
}
