package org.milesbot.cli.notify;

import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Receipt;

/** Sends by the channel that someone chose: Telegram, or a plug-in's. */
final class ChannelPost implements Delivery.Post {

    /** The channel that everyone has who chose no other. */
    static final String TELEGRAM = "telegram";

    private final Channel telegram;
    private final Guests guests;

    ChannelPost(Channel telegram, Guests guests) {
        this.telegram = telegram;
        this.guests = guests;
    }

    @Override
    public Receipt send(Letter letter) {
        String channel = letter.to().channel();
        return channel.equals(TELEGRAM)
                ? telegram.send(letter.recipient(), letter.message())
                : guests.send(channel, letter.recipient(), letter.message())
                        .orElseGet(() -> new Receipt.Refused("there is no channel " + channel));
    }
}
