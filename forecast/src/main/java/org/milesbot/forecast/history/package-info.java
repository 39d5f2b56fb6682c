/** What is known of past campaigns, made ready for the arithmetic: dates filled in, repeats collapsed, days watched. */
@NullMarked
package org.milesbot.forecast.history;

import org.jspecify.annotations.NullMarked;
