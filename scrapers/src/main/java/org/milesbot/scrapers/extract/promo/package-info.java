/** What the mentions of an announcement play for roles, and the promos they make. */
@NullMarked
package org.milesbot.scrapers.extract.promo;

import org.jspecify.annotations.NullMarked;
