package org.milesbot.api.notify;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one person.
 *
 * @param html the text, in the few tags that Telegram's HTML mode knows ({@code b i u s a code pre blockquote}); everything
 *     that came from outside is escaped. May be longer than one message of a channel can be: the channel splits it
 * @param buttons rows of buttons below it; empty for none
 * @param isSilent whether it arrives without a sound
 * @param answers the number of an earlier message to the same person that this one is an answer to, or null
 */
public record Message(
        String html,
        List<List<Button>> buttons,
        boolean isSilent,
        @Nullable Long answers) {

    /**
     * Copies the rows.
     *
     * @throws IllegalArgumentException if there is no text
     */
    public Message {
        Objects.requireNonNull(html, "html is null");
        if (html.isBlank()) {
            throw new IllegalArgumentException("a message without text");
        }
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** The same with another text. */
    public Message withHtml(String other) {
        return new Message(other, buttons, isSilent, answers);
    }

    /** The same with other buttons. */
    public Message withButtons(List<List<Button>> other) {
        return new Message(html, other, isSilent, answers);
    }
}
