package org.milesbot.scrapers.recording;

import java.net.URI;

/**
 * A request as it goes out.
 *
 * @param method such as {@code GET}
 * @param uri an absolute http or https address
 * @param headers its head, as far as it may be recorded
 * @param secrets the rest of its head, such as a key: sent, but neither recorded nor shown
 */
public record SentRequest(String method, URI uri, Headers headers, Headers secrets) {

    /** With a head that may be recorded as it is. */
    public SentRequest(String method, URI uri, Headers headers) {
        this(method, uri, headers, Headers.NONE);
    }

    @Override
    public String toString() {
        return "SentRequest[method=" + method + ", uri=" + uri + ", headers=" + headers + "]";
    }
}
