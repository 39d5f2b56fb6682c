package org.milesbot.cli.notify;

import java.util.List;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.store.alert.Addressee;
import org.milesbot.store.alert.Claimed;

/**
 * A parcel as it is sent.
 *
 * @param to whom
 * @param recipient the same, as channels know them
 * @param alerts what it tells of
 * @param message what they read
 * @param parts how many messages of the channel it takes
 */
record Letter(Addressee to, Recipient recipient, List<Claimed> alerts, Message message, int parts) {

    /** Copies the alerts. */
    Letter {
        alerts = List.copyOf(alerts);
    }

    /** Whether it goes by Telegram, and not by a plug-in's channel. */
    boolean isByTelegram() {
        return to.channel().equals(ChannelPost.TELEGRAM);
    }
}
