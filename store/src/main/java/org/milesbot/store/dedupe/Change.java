package org.milesbot.store.dedupe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was put up in the course of a campaign.
 *
 * @param before what it was, or null where nobody told
 * @param after what it is, or null where only the fact is told
 * @param toldAt when that was first told
 */
record Change<T>(@Nullable T before, @Nullable T after, Instant toldAt) {}
