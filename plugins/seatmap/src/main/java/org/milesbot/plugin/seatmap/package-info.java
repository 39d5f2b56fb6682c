/** Watches how many seats in the better cabins can be had for miles, and tells who waits when there are enough. */
@NullMarked
package org.milesbot.plugin.seatmap;

import org.jspecify.annotations.NullMarked;
