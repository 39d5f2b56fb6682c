/** How high the next bonus is likely to be. */
@NullMarked
package org.milesbot.forecast.bonus;

import org.jspecify.annotations.NullMarked;
