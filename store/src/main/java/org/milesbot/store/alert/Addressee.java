package org.milesbot.store.alert;

import java.util.Set;

/**
 * Whom something is sent to.
 *
 * @param userId their number
 * @param telegramId their chat
 * @param channel by which channel
 * @param language {@code pt} or {@code en}
 * @param tiers what they hold, as {@code programme:audience}
 * @param digest how often they have their messages gathered: {@code off}, {@code daily} or {@code weekly}
 * @param isOperator whether it is the operator
 */
public record Addressee(
        long userId,
        long telegramId,
        String channel,
        String language,
        Set<String> tiers,
        String digest,
        boolean isOperator) {

    /** Copies the tiers. */
    public Addressee {
        tiers = Set.copyOf(tiers);
    }
}
