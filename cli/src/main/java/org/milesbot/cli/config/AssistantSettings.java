package org.milesbot.cli.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The language model that free text is understood by.
 *
 * @param url the base address of an endpoint that speaks as OpenAI's does
 * @param model which model to ask there
 * @param key the key to it, or null
 * @param daily how many tokens one person may use on a day
 * @param monthly how many all may use in a month
 */
public record AssistantSettings(
        URI url, String model, @Nullable Secret key, int daily, int monthly) {

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");

    /** Whether there is one to ask: OpenAI wants a key, a server of one's own may not. */
    public boolean isThere() {
        return key != null || !url.equals(OPENAI);
    }
}
