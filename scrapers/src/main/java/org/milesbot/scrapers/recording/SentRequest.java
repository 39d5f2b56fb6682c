package org.milesbot.scrapers.recording;

import java.net.URI;

/**
 * A request as it goes out.
 *
 * @param method such as {@code GET}
 * @param uri an absolute http or https address
 * @param headers its head
 */
public record SentRequest(String method, URI uri, Headers headers) {}
