package org.milesbot.cli.web;

import java.util.Map;
import org.milesbot.api.web.WebReply;

/**
 * A reply, with headers that only the host's own endpoints set.
 *
 * @param reply what is said
 * @param headers such as a cookie
 */
public record Answer(WebReply reply, Map<String, String> headers) {

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Without headers of its own. */
    public static Answer of(WebReply reply) {
        return new Answer(reply, Map.of());
    }
}
