package org.milesbot.store.source;

import org.jspecify.annotations.Nullable;

/**
 * What became of a visit.
 *
 * @param state how the source does now; its last visit says when to look again
 * @param newItems how many items had not been there before
 * @param notice what the operator is to be told, or null
 */
public record Watched(
        SourceState state, int newItems, @Nullable SourceNotice notice) {}
