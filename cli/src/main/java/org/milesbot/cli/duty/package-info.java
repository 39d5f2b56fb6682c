/** The duties of a process that goes on: which there are, how those that last are kept going, and who is told. */
@NullMarked
package org.milesbot.cli.duty;

import org.jspecify.annotations.NullMarked;
