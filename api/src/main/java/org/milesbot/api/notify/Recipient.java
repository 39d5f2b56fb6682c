package org.milesbot.api.notify;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Whom a message is for.
 *
 * @param userId the person's number in milesbot, the same for as long as they are known
 * @param chatId the chat on Telegram; below 0 for a group or a channel
 * @param language the language they are spoken to in
 * @param tiers the clubs, cards and so on that they hold, each as {@code programme:audience}, such as {@code smiles:club}
 */
public record Recipient(long userId, long chatId, Locale language, Set<String> tiers) {

    /** Copies the tiers. */
    public Recipient {
        Objects.requireNonNull(language, "language is null");
        tiers = Set.copyOf(tiers);
    }
}
