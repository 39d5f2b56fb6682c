/** How much a promo deserves attention, and whether it is a good one among those before it. */
@NullMarked
package org.milesbot.store.score;

import org.jspecify.annotations.NullMarked;
