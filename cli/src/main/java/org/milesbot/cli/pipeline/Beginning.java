package org.milesbot.cli.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From where on a visit looks.
 *
 * @param since the instant from which on promos are wanted
 * @param quietBefore what was published before this is history, of which nobody is told; null if nothing is
 */
record Beginning(Instant since, @Nullable Instant quietBefore) {}
