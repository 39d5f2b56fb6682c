/** Tests of the sample plug-in, as its author would write them. */
@NullMarked
package org.milesbot.plugin.sample;

import org.jspecify.annotations.NullMarked;
