package org.milesbot.scrapers.recording;

import org.milesbot.api.source.Body;

/**
 * An answer as it came in.
 *
 * @param status the HTTP status
 * @param headers its head
 * @param body its bytes; compressed if the head says so
 */
public record Answer(int status, Headers headers, Body body) {

    /** The same answer with these bytes. */
    public Answer withBody(Body bytes) {
        return new Answer(status, headers, bytes);
    }
}
