/** A world in which everything goes wrong, and what has to hold all the same. */
@NullMarked
package org.milesbot.cli.chaos;

import org.jspecify.annotations.NullMarked;
