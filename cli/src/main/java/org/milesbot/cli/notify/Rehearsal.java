package org.milesbot.cli.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.milesbot.api.notify.Message;
import org.milesbot.store.alert.Outbox;
import org.milesbot.store.alert.Outcome;
import org.milesbot.store.alert.Parcel;

/**
 * Goes through the outbox as a delivery would, with a clock that jumps from turn to turn, and says that everything arrives.
 * For use in a transaction that is taken back.
 */
public final class Rehearsal {

    /** The longest that anything can wait: for a weekly digest, behind quiet hours. */
    private static final Duration HORIZON = Duration.ofDays(9);

    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final WritingAt writing;

    /** Writes parcels as they would be written at an instant. */
    interface WritingAt {
        Written write(List<Parcel> parcels, Instant at);
    }

    /**
     * A message that would be sent.
     *
     * @param at when
     * @param telegramId to which chat
     * @param channel by which channel
     * @param alerts the numbers of the alerts in it
     * @param message what they would read
     */
    public record Planned(Instant at, long telegramId, String channel, List<Long> alerts, Message message) {}

    Rehearsal(Outbox outbox, WritingAt writing) {
        this.outbox = outbox;
        this.writing = writing;
    }

    void run(Instant now, Consumer<Planned> planned) {
        Optional<Instant> turn = Optional.of(now);
        while (turn.filter(at -> at.isBefore(now.plus(HORIZON))).isPresent()) {
            Instant at = turn.get().isBefore(now) ? now : turn.get();
            List<Parcel> parcels = outbox.claim(AT_ONCE, at);
            while (!parcels.isEmpty()) {
                send(parcels, at, planned);
                parcels = outbox.claim(AT_ONCE, at);
            }
            turn = outbox.nextTurn().map(next -> next.isAfter(at) ? next : at.plusSeconds(1));
        }
    }

    private void send(List<Parcel> parcels, Instant at, Consumer<Planned> planned) {
        Written written = writing.write(parcels, at);
        written.letters().forEach(letter -> planned.accept(planned(letter, at)));
        outbox.settle(written.unsent(), at);
        outbox.settle(
                written.letters().stream()
                        .map(letter -> Outcome.sent(
                                letter.alerts(), letter.alerts().get(0).id()))
                        .toList(),
                at);
    }

    private static Planned planned(Letter letter, Instant at) {
        return new Planned(
                at,
                letter.to().telegramId(),
                letter.to().channel(),
                letter.alerts().stream().map(alert -> alert.id()).toList(),
                letter.message());
    }
}
