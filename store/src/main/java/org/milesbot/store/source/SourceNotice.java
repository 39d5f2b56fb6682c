package org.milesbot.store.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the operator is to be told of a source.
 *
 * @param id its number; later ones have higher numbers
 * @param key which source
 * @param kind what
 * @param writtenAt when it was found out
 * @param since when the source was last well; null if it never was
 * @param failures how many visits in a row had come to nothing
 * @param outcome how the visit ended that it was found out at, as a slug
 * @param problem what went wrong, in English, or null
 */
public record SourceNotice(
        long id,
        SourceKey key,
        NoticeKind kind,
        Instant writtenAt,
        @Nullable Instant since,
        int failures,
        String outcome,
        @Nullable String problem) {}
