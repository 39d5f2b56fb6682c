package org.milesbot.cli.pipeline;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Work in steps, each of which asks one address. By one thread at a time. */
interface Stepwise {

    /** The address that the next step asks, or null when all is done. The same until that step was taken. */
    @Nullable
    URI next();

    /** Takes the next step. */
    void step();
}
