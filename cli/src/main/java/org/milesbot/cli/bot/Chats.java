package org.milesbot.cli.bot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Deals with what comes from many chats at once, and with what comes from one in order. Whoever hands in more than can wait
 * waits.
 */
final class Chats<T> implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;

    private final Consumer<T> work;
    private final ExecutorService threads;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Map<Long, Queue<T>> queues = new HashMap<>();

    Chats(int atOnce, Consumer<T> work) {
        this.work = work;
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "chat-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    void hand(long chat, T item) throws InterruptedException {
        room.acquire();
        synchronized (queues) {
            Queue<T> queue = queues.get(chat);
            if (queue != null) {
                queue.add(item);
                return;
            }
            queue = new ArrayDeque<>();
            queue.add(item);
            queues.put(chat, queue);
        }
        threads.execute(() -> next(chat));
    }

    /** One at a time, and then to the end of the line, so that nobody keeps others waiting. */
    private void next(long chat) {
        T item;
        synchronized (queues) {
            item = queue(chat).element();
        }
        try {
            work.accept(item);
        } finally {
            room.release();
            if (isLeft(chat)) {
                threads.execute(() -> next(chat));
            }
        }
    }

    private Queue<T> queue(long chat) {
        return Objects.requireNonNull(queues.get(chat), "nothing waits");
    }

    private boolean isLeft(long chat) {
        synchronized (queues) {
            Queue<T> queue = queue(chat);
            queue.remove();
            if (queue.isEmpty()) {
                queues.remove(chat);
            }
            // Nothing new is begun once it is to end; what waits is dealt with by the next process.
            return !queue.isEmpty() && !threads.isShutdown();
        }
    }

    /** Whether nothing waits and nothing is being dealt with. */
    boolean isQuiet() {
        return room.availablePermits() == MOST_WAITING;
    }

    /** Begins nothing new, and waits for what has begun. */
    boolean end(Duration patience) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
