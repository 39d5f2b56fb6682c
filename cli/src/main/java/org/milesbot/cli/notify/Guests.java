package org.milesbot.cli.notify;

import java.util.Optional;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Promo;

/** What plug-ins have to do with messages; whatever they do, the messages of others go on. */
public interface Guests {

    /** Why someone does not get a promo, by the first plug-in that says so. */
    Optional<String> heldBack(Promo promo, Recipient recipient);

    /** The message after all plug-ins changed it that want to. */
    Message decorated(Message message, Promo promo, Recipient recipient);

    /** Sends by a plug-in's channel; nothing if there is none of that name. */
    Optional<Receipt> send(String channel, Recipient recipient, Message message);
}
