/** The one main. */
@NullMarked
package org.milesbot.cli;

import org.jspecify.annotations.NullMarked;
