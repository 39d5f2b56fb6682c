package org.milesbot.store.bot;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram handed over.
 *
 * @param id its number, which rises
 * @param chatId the chat that it comes from, or null if it cannot be told
 * @param body all of it, as JSON
 */
public record BotUpdate(long id, @Nullable Long chatId, String body) {

    /** Refuses null. */
    public BotUpdate {
        Objects.requireNonNull(body, "body is null");
    }
}
