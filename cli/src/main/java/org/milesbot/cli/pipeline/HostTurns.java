package org.milesbot.cli.pipeline;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.fetch.PacedFetcher;

/**
 * Does much work with few threads: while a host wants its pause, the threads ask others. Of each host one address is asked at
 * a time, and work that has begun at a host goes on before other work there begins.
 */
final class HostTurns implements AutoCloseable {

    private final PacedFetcher pacing;
    private final ScheduledExecutorService threads;
    /** Of each host that has a turn now or is to have one, what waits for it. */
    private final Map<String, Deque<Waiting>> hosts = new HashMap<>();

    private record Waiting(Stepwise work, URI next, CompletableFuture<@Nullable Void> end) {}

    /**
     * @param pacing says how long hosts want to be left alone
     * @param atATime how many threads there are
     */
    HostTurns(PacedFetcher pacing, int atATime) {
        this.pacing = pacing;
        this.threads = Executors.newScheduledThreadPool(atATime);
    }

    /** Does what asks hosts in its own way, or none. */
    <T> CompletableFuture<T> add(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    /** Takes all steps of some work; ends as the first of them does that throws, else when there are no more. */
    CompletableFuture<@Nullable Void> add(Stepwise work) {
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        threads.execute(() -> await(work, end, false));
        return end;
    }

    private void await(Stepwise work, CompletableFuture<@Nullable Void> end, boolean hasBegun) {
        URI next;
        try {
            next = work.next();
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
            return;
        }
        if (next == null) {
            end.complete(null);
        } else {
            await(host(next), new Waiting(work, next, end), hasBegun);
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private void await(String host, Waiting waiting, boolean hasBegun) {
        synchronized (hosts) {
            Deque<Waiting> others = hosts.get(host);
            if (others != null) {
                if (hasBegun) {
                    others.addFirst(waiting);
                } else {
                    others.addLast(waiting);
                }
                return;
            }
            hosts.put(host, new ArrayDeque<>(List.of(waiting)));
        }
        turn(host, waiting.next());
    }

    /** The host has a turn when it has had its pause. */
    private void turn(String host, URI next) {
        Duration pause = pacing.pauseBefore(next);
        try {
            ScheduledFuture<?> unused = threads.schedule(() -> take(host), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // All is being ended; whoever waits for the rest has stopped waiting.
        }
    }

    private void take(String host) {
        Waiting first = first(host);
        if (step(first)) {
            await(first.work(), first.end(), true);
        }
        Waiting next = next(host);
        if (next != null) {
            turn(host, next.next());
        }
    }

    private Waiting first(String host) {
        synchronized (hosts) {
            return Objects.requireNonNull(hosts.get(host), host).remove();
        }
    }

    /** Who has the next turn; if nobody, the host is at rest. */
    private @Nullable Waiting next(String host) {
        synchronized (hosts) {
            Waiting next = Objects.requireNonNull(hosts.get(host), host).peek();
            if (next == null) {
                hosts.remove(host);
            }
            return next;
        }
    }

    private boolean step(Waiting waiting) {
        try {
            if (!pacing.prepare(waiting.next())) {
                waiting.work().step();
            }
            return true;
        } catch (RuntimeException | Error e) {
            waiting.end().completeExceptionally(e);
            return false;
        }
    }

    /** Ends what is under way, and begins nothing more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
