package org.milesbot.api.notify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A button below a message: it opens a page or tells the bot something, one of the two.
 *
 * @param label what stands on it
 * @param url the page that it opens, or null
 * @param data what the bot is told when it is pressed, at most 64 bytes in UTF-8, or null
 */
public record Button(
        String label, @Nullable URI url, @Nullable String data) {

    /** The most bytes that a button's data may have, in UTF-8. */
    public static final int MOST_BYTES = 64;

    /**
     * @throws IllegalArgumentException if it does neither or both, or the data are too long
     */
    public Button {
        Objects.requireNonNull(label, "label is null");
        if ((url == null) == (data == null)) {
            throw new IllegalArgumentException("a button opens a page or tells the bot something");
        }
        if (data != null && data.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("a button's data have at most " + MOST_BYTES + " bytes: " + data);
        }
    }

    /** A button that opens a page. */
    public static Button opening(String label, URI url) {
        return new Button(label, url, null);
    }

    /** A button that tells the bot something. */
    public static Button telling(String label, String data) {
        return new Button(label, null, data);
    }
}
