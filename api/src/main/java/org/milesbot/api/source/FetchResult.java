package org.milesbot.api.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/** How a fetch ended. An expected end is a value, not an exception. */
public sealed interface FetchResult {

    /**
     * The server answered with a body.
     *
     * @param page the body as text
     * @param body the body as bytes, to be kept
     * @param validators for the next conditional request
     */
    record Fetched(Page page, Body body, Validators validators) implements FetchResult {}

    /** The server says that nothing has changed since the validators were given. */
    record NotModified() implements FetchResult {}

    /**
     * The server, its robots.txt or an anti-bot page in place of the content keeps us out for now.
     *
     * @param reason a sentence that says who and why
     * @param retryAfter how long the server wants us to wait, or null if it did not say
     */
    record Blocked(Text reason, @Nullable Duration retryAfter) implements FetchResult {}

    /**
     * There is nothing at this address (404, 410).
     *
     * @param status the HTTP status
     */
    record Gone(int status) implements FetchResult {}

    /**
     * No whole answer came in time.
     *
     * @param after how long we waited
     */
    record TimedOut(Duration after) implements FetchResult {}

    /**
     * We do not fetch this: a private address, too large a body, too many redirects, no http address.
     *
     * @param reason a sentence that says what and why
     */
    record Refused(Text reason) implements FetchResult {}

    /**
     * No usable answer: no such host, connection refused or cut, damaged compression, a status of 5xx.
     *
     * @param reason a sentence that says what happened
     */
    record Failed(Text reason) implements FetchResult {}
}
