/** Pictures of forecasts and histories, as PNG or SVG, made to be read on a phone. */
@NullMarked
package org.milesbot.cli.chart;

import org.jspecify.annotations.NullMarked;
