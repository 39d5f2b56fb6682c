package org.milesbot.api;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors that milesbot raises itself. Subclasses keep ids and addresses as fields and name them in the
 * sentence as well. {@link #getMessage()} is the English sentence, for logs; {@link #text()} speaks to people.
 */
public class MilesbotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final transient @Nullable Text text;

    /**
     * @param kind whose fault it is
     * @param text what was wrong, where, and what a right one looks like; one sentence, no secrets
     */
    public MilesbotException(ErrorKind kind, Text text) {
        this(kind, text, null);
    }

    /**
     * @param kind whose fault it is
     * @param text what was wrong, where, and what a right one looks like; one sentence, no secrets
     * @param cause what led to it, or null
     */
    public MilesbotException(ErrorKind kind, Text text, @Nullable Throwable cause) {
        super(text.in(Locale.ENGLISH), cause);
        this.kind = Objects.requireNonNull(kind, "kind is null");
        this.text = text;
    }

    /** Whose fault it is; decides the exit code. */
    public ErrorKind kind() {
        return kind;
    }

    /** The sentence for people, in whichever language they read. */
    public Text text() {
        // Only an exception that was serialised has lost its text; the English sentence is then all there is.
        return text != null ? text : Text.plain(Objects.requireNonNullElse(getMessage(), kind.name()));
    }
}
