package org.milesbot.cli.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Receipt.Gone;
import org.milesbot.api.notify.Receipt.Locked;
import org.milesbot.api.notify.Receipt.Moved;
import org.milesbot.api.notify.Receipt.SlowDown;
import org.milesbot.api.notify.Receipt.Unreachable;
import org.milesbot.store.alert.Outbox;
import org.milesbot.store.alert.Outcome;
import org.milesbot.store.alert.Parcel;
import org.milesbot.store.alert.SendBudget;
import org.milesbot.store.alert.SendBudget.Turns;

/**
 * Sends what waits in the outbox, until nothing is left whose turn comes soon. One thread claims and writes ahead, one
 * takes turns of the budget, one hands out letters when their turns have come, several wait for answers, and one keeps how
 * each ended, as many at a time as have come. If the process dies, what was claimed ahead is late but not lost, and only what
 * was on its way may come twice.
 */
final class Delivery {

    /** So many wait for answers at once: 30 messages a second that take half a second each. */
    private static final int SENDERS = 16;

    /** So many may have been sent without their ends being kept: what comes twice if the process dies. */
    private static final int UNKEPT = 2 * SENDERS;

    /** Enough to send while the next are claimed and written, also where that takes seconds. */
    private static final int AHEAD = 8 * SENDERS;

    /** While as many wait for their turns. What was held up goes out at once, so they are few. */
    private static final int TURNS_AT_ONCE = 4;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(40);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofMillis(20);

    /** So many failures without a success between them, and there is no way to anybody. */
    private static final int FAILURES = 20;

    private final Parts parts;
    private final Verdict verdict;
    private final Floods floods = new Floods();
    private final DeliveryReport report;
    private final BlockingQueue<Held> letters = new ArrayBlockingQueue<>(AHEAD);
    /** One more is with whoever hands out. */
    private final BlockingQueue<Turn> turns = new ArrayBlockingQueue<>(TURNS_AT_ONCE - 1);

    private final BlockingQueue<Ending> ended = new LinkedBlockingQueue<>();
    private final Semaphore senders = new Semaphore(SENDERS);
    private final Semaphore unkept = new Semaphore(UNKEPT);
    /** Letters that were claimed and whose end is not kept yet. */
    private final AtomicInteger open = new AtomicInteger();

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable MilesbotException> stop = new AtomicReference<>();

    /**
     * What a delivery works with.
     *
     * @param claims the outbox to claim from
     * @param endings the same outbox by a connection of its own, to keep how letters ended
     * @param budget how fast messages may be sent
     * @param writing makes letters of parcels
     * @param post sends a letter and says how that ended
     * @param clock the time
     * @param patience for how long to wait for the next turn before the work counts as done
     */
    record Parts(
            Outbox claims,
            Outbox endings,
            SendBudget budget,
            Writing writing,
            Post post,
            Clock clock,
            Duration patience) {}

    /** Sends a letter. */
    interface Post {
        Receipt send(Letter letter);
    }

    /** A letter that is this process' to send, until an instant; from then on it is another's. */
    private record Held(Letter letter, Instant until) {}

    /** When a letter may be sent, by {@link System#nanoTime}. */
    private record Turn(Held held, long at) {}

    /** How a letter ended, and whether it was handed out before. */
    private record Ending(Outcome outcome, boolean wasHandedOut) {}

    /** Makes letters of parcels. */
    interface Writing {
        Written write(List<Parcel> parcels);
    }

    Delivery(Parts parts, Retries retries, DeliveryReport report) {
        this.parts = parts;
        this.verdict = new Verdict(retries);
        this.report = report;
    }

    /**
     * Sends until nothing is left whose turn comes soon.
     *
     * @throws MilesbotException of kind CONFIGURATION if the channel does not let us in, EXTERNAL if it cannot be reached;
     *     all that was claimed is back in the outbox then
     */
    void run() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(Delivery::daemon);
        try {
            threads.execute(guarded(this::takeTurns, threads));
            threads.execute(guarded(this::handOut, threads));
            threads.execute(guarded(this::keepEndings, threads));
            claimAll();
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        MilesbotException problem = stop.get();
        if (problem != null) {
            throw problem;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "delivery");
        thread.setDaemon(true);
        return thread;
    }

    private interface Work {
        void run(ExecutorService threads) throws InterruptedException;
    }

    /** Whatever a thread dies of ends the delivery with it. */
    private Runnable guarded(Work work, ExecutorService threads) {
        return () -> {
            try {
                work.run(threads);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (MilesbotException e) {
                stop.compareAndSet(null, e);
            } catch (RuntimeException e) {
                stop.compareAndSet(
                        null,
                        new MilesbotException(
                                ErrorKind.INTERNAL, Text.of(Delivery.class, "delivery.broken", String.valueOf(e)), e));
            }
        };
    }

    /** Whoever is interrupted ends in order: what is on its way has a moment, and the rest waits for somebody else. */
    private void claimAll() throws InterruptedException {
        try {
            claimWhileThereIs();
        } catch (InterruptedException e) {
            stop(ErrorKind.INTERNAL, "delivery.broken", "interrupted");
            end(LAST_MOMENT);
            throw e;
        }
        if (stop.get() != null) {
            end(LONGEST_CALL);
        }
    }

    private void claimWhileThereIs() throws InterruptedException {
        long idleSince = System.nanoTime();
        while (stop.get() == null) {
            Instant now = now();
            List<Parcel> parcels = letters.size() < AHEAD / 2 ? parts.claims().claim(AHEAD / 2, now) : List.of();
            if (!parcels.isEmpty()) {
                accept(parts.writing().write(parcels), now.plus(parts.claims().lease()));
            }
            if (!parcels.isEmpty() || open.get() > 0) {
                idleSince = System.nanoTime();
            } else if (!waitsForATurn(Duration.ofNanos(System.nanoTime() - idleSince))) {
                return;
            }
            if (parcels.isEmpty()) {
                Thread.sleep(IDLE.toMillis());
            }
        }
    }

    /** What is on its way still ends, and that is kept; but not if the database is what failed. */
    private void end(Duration longest) throws InterruptedException {
        Instant limit = now().plus(longest);
        while (open.get() > letters.size() && now().isBefore(limit)) {
            Thread.sleep(IDLE.toMillis());
        }
        giveBack();
    }

    /** A turn that does not come when its time has come is another process'. */
    private boolean waitsForATurn(Duration idle) {
        return idle.compareTo(parts.patience()) < 0
                && parts.claims()
                        .nextTurn()
                        .filter(turn -> turn.isBefore(now().plus(parts.patience())))
                        .isPresent();
    }

    private void accept(Written written, Instant until) throws InterruptedException {
        open.addAndGet(written.letters().size() + written.unsent().size());
        written.unsent().forEach(outcome -> ended.add(new Ending(outcome, false)));
        InterruptedException interruption = null;
        for (Letter letter : written.letters()) {
            boolean isHanded = false;
            try {
                while (!isHanded && stop.get() == null) {
                    isHanded = letters.offer(new Held(letter, until), IDLE.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                stop(ErrorKind.INTERNAL, "delivery.broken", "interrupted");
                interruption = e;
            }
            if (!isHanded) {
                parts.endings().settle(List.of(unsent(letter)), now());
                open.decrementAndGet();
            }
        }
        if (interruption != null) {
            throw interruption;
        }
    }

    private void giveBack() {
        List<Held> left = new ArrayList<>();
        letters.drainTo(left);
        parts.endings().settle(left.stream().map(held -> unsent(held.letter())).toList(), now());
    }

    private Outcome unsent(Letter letter) {
        return Outcome.later(letter.alerts(), now(), "not sent");
    }

    /** Asks for the next turns while letters wait for theirs, so that none passes meanwhile. */
    private void takeTurns(ExecutorService threads) throws InterruptedException {
        List<Held> next = new ArrayList<>();
        while (stop.get() == null) {
            next.add(letters.take());
            letters.drainTo(next, TURNS_AT_ONCE - 1);
            int sends = next.stream().mapToInt(held -> held.letter().parts()).sum();
            Turns taken = sends == 0 ? Turns.NOW : parts.budget().reserve(sends);
            long answered = System.nanoTime();
            int turn = 0;
            for (Held held : next) {
                turns.put(new Turn(held, answered + taken.until(turn).toNanos()));
                turn += held.letter().parts();
            }
            next.clear();
        }
    }

    /** Goes on when all is to stop, since whoever delivers then gives back. */
    private void handOut(ExecutorService threads) throws InterruptedException {
        while (true) {
            Turn turn = turns.take();
            sleepUntil(turn.at());
            unkept.acquire();
            senders.acquire();
            threads.execute(guarded(own -> deliver(turn.held()), threads));
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** Whoever was held up for longer than the lease, or whose clock was put forward, has nothing to send any more. */
    private void deliver(Held held) {
        try {
            boolean isOurs = stop.get() == null && now().isBefore(held.until());
            ended.add(new Ending(isOurs ? sent(held.letter()) : unsent(held.letter()), true));
        } finally {
            senders.release();
        }
    }

    /** A letter that was on its way to a chat when that was slowed down, or all were, waits as long as the others. */
    private Outcome sent(Letter letter) {
        Optional<Instant> pause =
                letter.isByTelegram() ? floods.until(letter.to().telegramId(), now()) : Optional.empty();
        if (pause.isPresent()) {
            return Outcome.later(letter.alerts(), pause.get(), "slowed down");
        }
        Receipt receipt = parts.post().send(letter);
        Instant now = now();
        note(receipt, letter, now);
        return verdict.of(receipt, letter.alerts(), now);
    }

    private void note(Receipt receipt, Letter letter, Instant now) {
        long user = letter.to().userId();
        if (receipt instanceof SlowDown slow) {
            parts.endings().pause(user, now.plus(slow.pause()));
        } else if (receipt instanceof Gone gone) {
            parts.endings().disable(user, gone.reason(), now);
        } else if (receipt instanceof Moved moved) {
            parts.endings().move(user, moved.chatId(), now);
        }
        if (letter.isByTelegram()) {
            watch(receipt, letter, now);
        }
    }

    /** Watches over the one way that nearly all messages take; a plug-in's channel that fails is no reason to stop. */
    private void watch(Receipt receipt, Letter letter, Instant now) {
        failures.updateAndGet(before -> receipt instanceof Unreachable ? before + 1 : 0);
        if (receipt instanceof SlowDown slow) {
            report.slowedDown(slow.pause());
            floods.add(letter.to().telegramId(), slow.pause(), now).ifPresent(parts.budget()::hold);
        } else if (receipt instanceof Locked locked) {
            stop(ErrorKind.CONFIGURATION, "delivery.locked", locked.reason());
        } else if (receipt instanceof Unreachable unreachable && failures.get() >= FAILURES) {
            stop(ErrorKind.EXTERNAL, "delivery.unreachable", unreachable.reason());
        }
    }

    private void stop(ErrorKind kind, String key, String reason) {
        stop.compareAndSet(null, new MilesbotException(kind, Text.of(Delivery.class, key, reason)));
    }

    /** Keeps all endings that have come in one transaction; while it does, more come. */
    private void keepEndings(ExecutorService threads) throws InterruptedException {
        List<Ending> some = new ArrayList<>();
        while (true) {
            some.add(ended.take());
            ended.drainTo(some);
            List<Outcome> outcomes = some.stream().map(Ending::outcome).toList();
            parts.endings().settle(outcomes, now());
            outcomes.forEach(report::add);
            open.addAndGet(-some.size());
            unkept.release((int) some.stream().filter(Ending::wasHandedOut).count());
            some.clear();
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
