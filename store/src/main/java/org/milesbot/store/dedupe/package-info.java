/** Which sightings speak of one campaign, what it amounts to, and what happens to it in its life. */
@NullMarked
package org.milesbot.store.dedupe;

import org.jspecify.annotations.NullMarked;
