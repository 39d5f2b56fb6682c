package org.milesbot.notify.assistant;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which model to ask, and where.
 *
 * @param url where the endpoint is, up to and without {@code /chat/completions}
 * @param model its name there
 * @param key what the endpoint wants to see, or null; never printed
 * @param patience how long to wait for an answer
 */
public record ChatSettings(URI url, String model, @Nullable String key, Duration patience) {

    /** How long people wait for an answer before they think that none will come. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** With the usual patience. */
    public ChatSettings(URI url, String model, @Nullable String key) {
        this(url, model, key, PATIENCE);
    }

    String base() {
        String address = url.toASCIIString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ChatSettings[" + model + " at " + url + "]";
    }
}
