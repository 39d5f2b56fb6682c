/** What forecasts are made from, and the forecasts that were made. */
@NullMarked
package org.milesbot.store.forecast;

import org.jspecify.annotations.NullMarked;
