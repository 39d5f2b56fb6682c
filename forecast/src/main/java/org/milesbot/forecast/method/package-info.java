/** Ways to forecast, the simple ones that the model has to be better than among them. */
@NullMarked
package org.milesbot.forecast.method;

import org.jspecify.annotations.NullMarked;
