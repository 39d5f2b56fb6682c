/** Tests of the plug-in seatmap, as its author would write them. */
@NullMarked
package org.milesbot.plugin.seatmap;

import org.jspecify.annotations.NullMarked;
