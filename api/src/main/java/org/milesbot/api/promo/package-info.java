/** Promos as announcements offer them, normalised: the words of the field as value records. */
@NullMarked
package org.milesbot.api.promo;

import org.jspecify.annotations.NullMarked;
