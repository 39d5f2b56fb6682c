package org.milesbot.cli.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.milesbot.api.notify.Channel;
import org.milesbot.notify.message.FareLetters;
import org.milesbot.notify.message.Letters;
import org.milesbot.store.alert.Broadcasts;
import org.milesbot.store.alert.DeadLetters;
import org.milesbot.store.alert.FareNotices;
import org.milesbot.store.alert.Outbox;
import org.milesbot.store.alert.PluginNotes;
import org.milesbot.store.alert.SendBudget;
import org.milesbot.store.db.Database;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.source.Notices;

/** Sends what waits in the outbox, or says what would be sent. */
public final class Sending {

    /** A run that is started every minute need not wait for what comes later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LetterWriter writer;
    private final Guests guests;
    private final Clock clock;
    private final Retries retries;

    /**
     * @param rule how scores are worked out that messages tell
     * @param names what people call a programme or bank, by its slug
     * @param random for the jitter of retries
     */
    public Sending(
            Database database,
            ScoreRule rule,
            Function<String, String> names,
            Guests guests,
            Clock clock,
            RandomGenerator random) {
        this.writer = new LetterWriter(
                new LetterWriter.Sources(
                        new Promos(database),
                        new PromoEvents(database),
                        new Broadcasts(database),
                        new FareNotices(database),
                        new PluginNotes(database),
                        rule),
                new Letters(names),
                new FareWriter(new FareLetters(names)),
                new OperatorWriter(new Notices(database), new DeadLetters(database)),
                guests,
                clock);
        this.guests = guests;
        this.clock = clock;
        this.retries = new Retries(random);
    }

    /**
     * What a delivery needs besides.
     *
     * @param claims the outbox to claim from
     * @param endings the same by a connection of its own, to keep how letters ended
     * @param budget how fast messages may be sent
     * @param telegram the way to people
     */
    public record Work(Outbox claims, Outbox endings, SendBudget budget, Channel telegram) {}

    /** Sends until nothing is left whose turn comes soon. */
    public void run(Work work, DeliveryReport report) throws InterruptedException {
        Delivery.Parts parts = new Delivery.Parts(
                work.claims(),
                work.endings(),
                work.budget(),
                writer,
                new ChannelPost(work.telegram(), guests),
                clock,
                PATIENCE);
        new Delivery(parts, retries, report).run();
    }

    /** Says what would be sent, as if each turn came at once; for use in a transaction that is taken back. */
    public void rehearse(Outbox outbox, Consumer<Rehearsal.Planned> planned) {
        new Rehearsal(outbox, writer::write).run(clock.instant(), planned);
    }
}
