package org.milesbot.store.capture;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.SourceId;

/**
 * An answer as it is kept.
 *
 * @param id the capture's id
 * @param plugin whose source it came from
 * @param source the source
 * @param requested the address that was asked for
 * @param url the address that answered
 * @param fetchedAt when this body first came
 * @param contentType the Content-Type header as sent, or null
 * @param body its bytes
 * @param parserVersion the version of the parser that read it last
 */
public record KeptCapture(
        long id,
        String plugin,
        SourceId source,
        URI requested,
        URI url,
        Instant fetchedAt,
        @Nullable String contentType,
        Body body,
        int parserVersion) {}
