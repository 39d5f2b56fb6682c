package org.milesbot.store.score;

import org.jspecify.annotations.Nullable;

/**
 * Whether a transfer bonus is a good one, by what was known when it was announced.
 *
 * @param program among the campaigns of its programme
 * @param origin among those of them that take points from where it takes them, or null if that is unknown
 */
public record Standing(Ranking program, @Nullable Ranking origin) {}
