package org.milesbot.api.source;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as text, ready to be read.
 *
 * @param requested the address that was asked for
 * @param url the address that answered, after redirects
 * @param fetchedAt when the answer came
 * @param contentType the Content-Type header as sent, or null
 * @param text the body, decoded by the charset that was found
 */
public record Page(
        URI requested, URI url, Instant fetchedAt, @Nullable String contentType, String text) {}
