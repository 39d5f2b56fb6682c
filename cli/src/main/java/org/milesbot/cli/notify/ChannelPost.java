package org.milesbot.cli.notify;

import java.time.Duration;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Receipt;

/** Sends by the channel that someone chose: Telegram, or a plug-in's. */
final class ChannelPost implements Delivery.Post {

    /** The channel that everyone has who chose no other. */
    static final String TELEGRAM = "telegram";

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Channel telegram;
    private final Guests guests;

    ChannelPost(Channel telegram, Guests guests) {
        this.telegram = telegram;
        this.guests = guests;
    }

    @Override
    public Receipt send(Letter letter) {
        String channel = letter.to().channel();
        return letter.isByTelegram()
                ? telegram.send(letter.recipient(), letter.message())
                : guests.send(channel, letter.recipient(), letter.message())
                        .map(receipt -> ofGuest(channel, receipt))
                        .orElseGet(() -> new Receipt.Refused("there is no channel " + channel));
    }

    /** What a plug-in's channel says concerns that channel: it does not shut Telegram, nor give its chats other numbers. */
    private static Receipt ofGuest(String channel, Receipt receipt) {
        if (receipt instanceof Receipt.Locked locked) {
            return new Receipt.Unreachable("channel " + channel + " does not let us in: " + locked.reason());
        }
        if (receipt instanceof Receipt.Moved) {
            return new Receipt.Refused("only chats of Telegram move, not those of channel " + channel);
        }
        if (receipt instanceof Receipt.SlowDown slow) {
            return new Receipt.SlowDown(within(slow.pause()));
        }
        return receipt;
    }

    private static Duration within(Duration pause) {
        Duration least = pause.isNegative() ? Duration.ZERO : pause;
        return least.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : least;
    }
}
