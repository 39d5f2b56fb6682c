/** The hedged Gamma-Poisson model: docs/forecast.md has its equations; the names of the variables are theirs. */
@NullMarked
package org.milesbot.forecast.model;

import org.jspecify.annotations.NullMarked;
