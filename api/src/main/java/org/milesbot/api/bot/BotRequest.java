package org.milesbot.api.bot;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Recipient;

/**
 * What somebody asks of a command.
 *
 * @param asker who asks
 * @param words what stands after the command's name or in the button's data, on one or several lines, trimmed; or, if
 *     {@code topic} is not null, what they wrote next. May be empty; at most 16,384 characters
 * @param topic what the command itself gave to {@link BotReply.Ask}, if this is the answer to its question; else null
 * @param isConfirmed whether they have confirmed what {@link BotReply.Confirm} asked; the words are those of that question
 * @param isPressed whether a button was pressed, so that {@link BotReply.Show} takes the place of its message
 * @param answers the number of the message that theirs is a reply to, or null
 * @param at when they are answered
 */
public record BotRequest(
        Recipient asker,
        String words,
        @Nullable String topic,
        boolean isConfirmed,
        boolean isPressed,
        @Nullable Long answers,
        Instant at) {

    /** Refuses nulls. */
    public BotRequest {
        Objects.requireNonNull(asker, "asker is null");
        Objects.requireNonNull(words, "words is null");
        Objects.requireNonNull(at, "at is null");
    }

    /** The words one by one. */
    public List<String> split() {
        return words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
    }
}
