package org.milesbot.notify.telegram;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An update as it came.
 *
 * @param id its number
 * @param chatId the chat that it comes from, or null if it cannot be told
 * @param json all of it; {@link Incoming#of} reads it
 */
public record RawUpdate(long id, @Nullable Long chatId, String json) {

    /** Refuses null. */
    public RawUpdate {
        Objects.requireNonNull(json, "json is null");
    }
}
