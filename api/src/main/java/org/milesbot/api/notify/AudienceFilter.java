package org.milesbot.api.notify;

import java.util.Optional;
import org.milesbot.api.promo.Promo;

/** Keeps promos from people who should not get them. Asked once for each message, just before it would be sent. */
public interface AudienceFilter {

    /**
     * Why this person does not get this promo, in a few words that they may be shown, or nothing if they do. If it throws,
     * or takes too long, the message is sent.
     *
     * @throws Exception if it cannot say; the host reports it and goes on
     */
    Optional<String> heldBack(Promo promo, Recipient recipient) throws Exception;
}
