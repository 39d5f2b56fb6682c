/** Tests of the plug-in rumours, as its author would write them. */
@NullMarked
package org.milesbot.plugin.rumours;

import org.jspecify.annotations.NullMarked;
