/** How right forecasts would have been: made at the end of each past day from what was known by then, and scored. */
@NullMarked
package org.milesbot.forecast.backtest;

import org.jspecify.annotations.NullMarked;
