package org.milesbot.api.notify;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in wants somebody to be told. The host puts it in the outbox, where it is neither lost nor sent twice, and waits
 * for the end of the person's quiet hours. Digests do not hold it back. Whoever does not use milesbot is told nothing.
 *
 * @param chatId the chat on Telegram, as in {@code Recipient.chatId()}
 * @param key what makes it unique among the plug-in's notes to this person, at most {@value #LONGEST_KEY} characters, such as
 *     {@code smiles:2027-01-31:30}: a note of a key that was given before is not told again, whatever it says
 * @param message what they read, of at most {@value #LONGEST} characters; whether it comes with a sound stands in it
 * @param isUrgent whether it passes quiet hours, if the person lets urgent things pass
 * @param expiresAt the instant from which on it is worth nothing, or null
 */
public record Note(
        long chatId,
        String key,
        Message message,
        boolean isUrgent,
        @Nullable Instant expiresAt) {

    /** How many characters a key may have. */
    public static final int LONGEST_KEY = 200;

    /** How many characters of HTML a note may have. */
    public static final int LONGEST = 4_096;

    /**
     * @throws IllegalArgumentException if the key is blank or too long, the message is too long, or it answers another
     */
    public Note {
        Objects.requireNonNull(message, "message is null");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a note's key has 1 to " + LONGEST_KEY + " characters: " + key);
        }
        if (message.html().length() > LONGEST) {
            throw new IllegalArgumentException("the note " + key + " has more than " + LONGEST + " characters");
        }
        if (message.answers() != null) {
            throw new IllegalArgumentException("the note " + key + " answers a message, which notes cannot");
        }
    }

    /** What is not urgent and is worth telling whenever it is. */
    public static Note of(long chatId, String key, Message message) {
        return new Note(chatId, key, message, false, null);
    }

    /** The same, worth nothing from an instant on. */
    public Note until(Instant end) {
        return new Note(chatId, key, message, isUrgent, end);
    }
}
