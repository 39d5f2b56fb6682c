package org.milesbot.cli.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.notify.telegram.Incoming;
import org.milesbot.notify.telegram.RawUpdate;
import org.milesbot.notify.telegram.TelegramUpdates;
import org.milesbot.store.bot.BotInbox;
import org.milesbot.store.bot.BotUpdate;
import org.milesbot.store.db.Database;
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
    private final Company.Present company;
    private final BiFunction<Database, Company, Desk> maker;
    private final Desks desks;
    private final Clock clock;
    private final Chats<BotUpdate> chats = new Chats<>(AT_ONCE, this::deal);
    private volatile boolean isEnding;

    /**
     * What a bot is made of.
     *
     * @param inbox where updates are kept, by a connection of its own
     * @param connections makes what updates are dealt with by
     * @param company what plug-ins add
     * @param desks makes a desk of a connection and a company
     */
    record Parts(
            BotInbox inbox,
            TelegramUpdates updates,
            Talker talker,
            Answering answering,
            Supplier<Database> connections,
            Company.Present company,
            BiFunction<Database, Company, Desk> desks) {}

    Bot(Parts parts, Clock clock) {
        inbox = parts.inbox();
        updates = parts.updates();
        talker = parts.talker();
        answering = parts.answering();
        company = parts.company();
        maker = parts.desks();
        desks = new Desks(DESKS, parts.connections());
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

    /** An update, and who answers it: the company that was there when it began, whoever comes and goes meanwhile. */
    private record Matter(BotUpdate update, Incoming incoming, Company company) {}

    private void deal(BotUpdate update) {
        company.with(now -> deal(update, now));
    }

    private void deal(BotUpdate update, Company now) {
        try {
            Matter matter = new Matter(update, Incoming.of(update.body()), now);
            Step.Done done = done(matter);
            talker.send(matter.incoming(), done.replies());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("an update was not dealt with; the next process tries again", e);
        }
    }

    private Step.Done done(Matter matter) throws InterruptedException {
        Step step = patiently(desk -> first(desk, matter), matter);
        while (step instanceof Step.Later later) {
            Function<Desk, Step> rest = worked(later, matter.incoming());
            step = patiently(desk -> last(desk, matter.update(), rest), matter);
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

    private Step first(Desk desk, Matter matter) {
        return desk.together(() -> {
            BotUpdate update = matter.update();
            OptionalInt attempts = desk.inbox().done(update.id());
            if (attempts.isEmpty()) {
                return Step.Done.silently();
            }
            Step step = answering.answer(desk, matter.incoming());
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
    private Step patiently(Function<Desk, Step> work, Matter matter) throws InterruptedException {
        while (true) {
            try {
                return atDesk(matter, work);
            } catch (MilesbotException e) {
                if (e.kind() != ErrorKind.EXTERNAL) {
                    return failed(matter, e);
                }
                log.warn("the database did not answer; what was said waits", e);
                if (isEnding) {
                    throw e;
                }
                Thread.sleep(AGAIN.toMillis());
            } catch (RuntimeException e) {
                return failed(matter, e);
            }
        }
    }

    private <T> T atDesk(Matter matter, Function<Desk, T> work) throws InterruptedException {
        return desks.with(own -> work.apply(maker.apply(own, matter.company())));
    }

    private Step failed(Matter matter, RuntimeException cause) throws InterruptedException {
        log.error("an update failed; the person was told so", cause);
        atDesk(matter, desk -> desk.inbox().done(matter.update().id()));
        return new Step.Done(List.of(Answering.apology(Answering.language(matter.incoming()))));
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
