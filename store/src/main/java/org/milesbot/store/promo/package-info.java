/** Promos and the sightings behind them: their fingerprint, how they are kept and how they are listed. */
@NullMarked
package org.milesbot.store.promo;

import org.jspecify.annotations.NullMarked;
