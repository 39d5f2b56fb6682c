package org.milesbot.cli.bot;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.message.Escape;
import org.milesbot.notify.telegram.Incoming;
import org.milesbot.notify.telegram.Incoming.Pressed;
import org.milesbot.notify.telegram.Incoming.Said;
import org.milesbot.notify.telegram.TelegramTalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the bot says, one thing after the other. Safe for use by several threads. */
final class Talker {

    private static final Logger log = LoggerFactory.getLogger(Talker.class);
    private static final int MOST_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TelegramTalk talk;
    private final Consumer<Integer> budget;
    private final Consumer<Gone> gone;

    /** Somebody who takes nothing any more. */
    record Gone(long chatId, String why) {}

    /**
     * @param budget is told how many messages are sent, so that alerts give way to them
     * @param gone hears of people who take nothing any more
     */
    Talker(TelegramTalk talk, Consumer<Integer> budget, Consumer<Gone> gone) {
        this.talk = talk;
        this.budget = budget;
        this.gone = gone;
    }

    void send(Incoming to, List<BotReply> replies) throws InterruptedException {
        if (to instanceof Pressed pressed) {
            acknowledge(pressed, replies);
            send(pressed.chat().id(), pressed.messageId(), replies);
        } else if (to instanceof Said said) {
            send(said.chat().id(), null, replies);
        }
    }

    /** A button spins until it is told that it was pressed. */
    private void acknowledge(Pressed pressed, List<BotReply> replies) {
        String notice = replies.stream()
                .filter(BotReply.Notice.class::isInstance)
                .map(reply -> ((BotReply.Notice) reply).text())
                .findFirst()
                .orElse(null);
        Receipt receipt = talk.acknowledge(pressed.id(), notice);
        if (!(receipt instanceof Receipt.Sent)) {
            log.debug("a press of a button was not acknowledged: {}", receipt);
        }
    }

    private void send(long chatId, @Nullable Long pressedAt, List<BotReply> replies) throws InterruptedException {
        Recipient recipient = new Recipient(0, chatId, Newcomers.PORTUGUESE, Set.of());
        boolean isPressed = pressedAt != null;
        for (BotReply reply : replies) {
            if (!(reply instanceof BotReply.Notice && isPressed)
                    && !patiently(chatId, () -> sent(recipient, pressedAt, reply))) {
                return;
            }
        }
    }

    private Receipt sent(Recipient recipient, @Nullable Long pressedAt, BotReply reply) {
        if (reply instanceof BotReply.Picture picture) {
            return talk.picture(recipient, picture.png(), picture.caption());
        }
        if (reply instanceof BotReply.Document document) {
            return talk.document(recipient, document.name(), document.content(), document.caption());
        }
        Message message = message(reply);
        return reply instanceof BotReply.Show && pressedAt != null
                ? talk.show(recipient, pressedAt, message)
                : talk.say(recipient, message);
    }

    private static Message message(BotReply reply) {
        if (reply instanceof BotReply.Say say) {
            return say.message();
        }
        if (reply instanceof BotReply.Show show) {
            return show.message();
        }
        if (reply instanceof BotReply.Notice notice) {
            return new Message(Escape.html(notice.text()), List.of(), false, null);
        }
        throw new IllegalArgumentException("a reply that was to be settled before: " + reply);
    }

    /** Says whether the next may be sent. */
    private boolean patiently(long chatId, Supplier<Receipt> sending) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            budget.accept(1);
            Receipt receipt = sending.get();
            if (receipt instanceof Receipt.Sent) {
                return true;
            }
            Duration wait = receipt instanceof Receipt.SlowDown slowDown
                    ? slowDown.pause()
                    : receipt instanceof Receipt.Unreachable ? PAUSE.multipliedBy(attempt) : null;
            if (wait == null || attempt == MOST_TRIES || wait.compareTo(LONGEST_WAIT) > 0) {
                return isOver(chatId, receipt);
            }
            Thread.sleep(wait.toMillis());
        }
    }

    private boolean isOver(long chatId, Receipt receipt) {
        if (receipt instanceof Receipt.Gone left) {
            gone.accept(new Gone(chatId, left.reason()));
        } else {
            log.warn("an answer did not arrive, and is not sent again: {}", receipt);
        }
        // One that is refused says nothing about the next.
        return receipt instanceof Receipt.Refused;
    }
}
