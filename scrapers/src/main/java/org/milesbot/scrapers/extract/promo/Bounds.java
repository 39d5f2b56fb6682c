package org.milesbot.scrapers.extract.promo;

import org.jspecify.annotations.Nullable;

/**
 * Between which quantities a promo holds.
 *
 * @param min the least number of points to take part with
 * @param cap the most points that the bonus pays
 */
record Bounds(@Nullable Long min, @Nullable Long cap) {

    static final Bounds NONE = new Bounds(null, null);
}
