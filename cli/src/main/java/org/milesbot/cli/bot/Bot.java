package org.milesbot.cli.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.notify.telegram.Incoming;
import org.milesbot.notify.telegram.RawUpdate;
import org.milesbot.notify.telegram.TelegramUpdates;
import org.milesbot.store.bot.BotInbox;
import org.milesbot.store.bot.BotUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens, answers, and goes on where the process before it ended. What is handed over is kept first; then it leaves the
 * inbox in the transaction of its effects, and only after that is answered. A process that dies in between has done what was
 * asked; the answer that was on its way is not sent again, since nobody knows whether it arrived.
 */
public final class Bot implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bot.class);
    private static final int AT_ONCE = 16;
    private static final int DESKS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final BotInbox inbox;
    private final TelegramUpdates updates;
    private final Talker talker;
    private final Answering answering;
    private final Desks desks;
    private final Clock clock;
    private final Chats<BotUpdate> chats = new Chats<>(AT_ONCE, this::deal);
    private volatile boolean isEnding;

    /**
     * What a bot is made of.
     *
     * @param inbox where updates are kept, by a connection of its own
     * @param desks makes what updates are dealt with by
     */
    record Parts(BotInbox inbox, TelegramUpdates updates, Talker talker, Answering answering, Supplier<Desk> desks) {}

    Bot(Parts parts, Clock clock) {
        inbox = parts.inbox();
        updates = parts.updates();
        talker = parts.talker();
        answering = parts.answering();
        desks = new Desks(DESKS, parts.desks());
        this.clock = clock;
    }

    /**
     * Listens until it is closed.
     *
     * @throws MilesbotException of kind CONFIGURATION if Telegram does not take the token
     */
    public void run() throws InterruptedException {
        for (BotUpdate update : inbox.waiting()) {
            hand(update);
        }
        updates.listen(new TelegramUpdates.Sink() {
            @Override
            public long next() {
                return inbox.next(clock.instant());
            }

            @Override
            public void take(List<RawUpdate> raw) {
                List<BotUpdate> fresh = inbox.take(
                        raw.stream()
                                .map(each -> new BotUpdate(each.id(), each.chatId(), each.json()))
                                .toList(),
                        clock.instant());
                fresh.forEach(Bot.this::hand);
            }
        });
    }

    private void hand(BotUpdate update) {
        try {
            chats.hand(update.chatId() == null ? 0 : update.chatId(), update);
        } catch (InterruptedException e) {
            // It is in the inbox; the next process deals with it.
            Thread.currentThread().interrupt();
        }
    }

    private void deal(BotUpdate update) {
        try {
            Incoming incoming = Incoming.of(update.body());
            Step.Done done = done(update, incoming);
            talker.send(incoming, done.replies());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("an update was not dealt with; the next process tries again", e);
        }
    }

    private Step.Done done(BotUpdate update, Incoming incoming) throws InterruptedException {
        Step step = patiently(desk -> first(desk, update, incoming), incoming, update);
        while (step instanceof Step.Later later) {
            Function<Desk, Step> rest = worked(later, incoming);
            step = patiently(desk -> last(desk, update, rest), incoming, update);
        }
        return (Step.Done) step;
    }

    private static Function<Desk, Step> worked(Step.Later later, Incoming incoming) {
        try {
            return later.work().get();
        } catch (RuntimeException e) {
            log.error("an update failed; the person was told so", e);
            return desk -> new Step.Done(List.of(Answering.apology(Answering.language(incoming))));
        }
    }

    private Step first(Desk desk, BotUpdate update, Incoming incoming) {
        return desk.together(() -> {
            OptionalInt attempts = desk.inbox().done(update.id());
            if (attempts.isEmpty()) {
                return Step.Done.silently();
            }
            Step step = answering.answer(desk, incoming);
            if (step instanceof Step.Later) {
                // What takes time stays in the inbox until it is done.
                desk.inbox().putBack(update, attempts.getAsInt(), clock.instant());
            }
            return step;
        });
    }

    private static Step last(Desk desk, BotUpdate update, Function<Desk, Step> rest) {
        return desk.together(() -> {
            desk.inbox().done(update.id());
            return rest.apply(desk);
        });
    }

    /** A database that is away comes back; a fault of ours is told, and not tried again. */
    private Step patiently(Function<Desk, Step> work, Incoming incoming, BotUpdate update) throws InterruptedException {
        while (true) {
            try {
                return desks.with(work);
            } catch (MilesbotException e) {
                if (e.kind() != ErrorKind.EXTERNAL) {
                    return failed(update, incoming, e);
                }
                log.warn("the database did not answer; what was said waits", e);
                if (isEnding) {
                    throw e;
                }
                Thread.sleep(AGAIN.toMillis());
            } catch (RuntimeException e) {
                return failed(update, incoming, e);
            }
        }
    }

    private Step failed(BotUpdate update, Incoming incoming, RuntimeException cause) throws InterruptedException {
        log.error("an update failed; the person was told so", cause);
        desks.with(desk -> desk.inbox().done(update.id()));
        return new Step.Done(List.of(Answering.apology(Answering.language(incoming))));
    }

    /** Whether nothing waits to be answered. */
    boolean isQuiet() {
        return chats.isQuiet();
    }

    /** Listens no more, finishes what has begun, and leaves the rest in the inbox. */
    @Override
    public void close() {
        isEnding = true;
        updates.close();
        try {
            if (!chats.end(PATIENCE)) {
                log.warn("some answers took too long and were broken off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chats.close();
        desks.close();
    }
}
