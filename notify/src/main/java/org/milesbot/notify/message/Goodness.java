package org.milesbot.notify.message;

import org.jspecify.annotations.Nullable;

/**
 * Whether a transfer bonus is a good one, by what was known when it was announced.
 *
 * @param program among those of its programme
 * @param origin among those of them that take points from where it takes them, or null if too few are known
 */
public record Goodness(Compared program, @Nullable Compared origin) {}
