/** Finds plug-ins, isolates them from the host and from each other, checks and guards what they do. */
@NullMarked
package org.milesbot.cli.plugin;

import org.jspecify.annotations.NullMarked;
