package org.milesbot.api.notify;

import org.milesbot.api.promo.Promo;

/** Changes messages about promos before they are sent, such as their links. */
public interface MessageDecorator {

    /**
     * The message as it is to be sent. If it throws, or takes too long, the message goes out as it was.
     *
     * @param message what would be sent; what the decorator adds to its HTML it escapes itself
     * @param promo what it is about
     * @param recipient whom it is for
     * @throws Exception if it cannot; the host reports it and goes on
     */
    Message decorate(Message message, Promo promo, Recipient recipient) throws Exception;
}
