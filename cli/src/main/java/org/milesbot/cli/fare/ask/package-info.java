/** Asks providers what seats cost: within their rate, with patience, and what they answer is kept. */
@NullMarked
package org.milesbot.cli.fare.ask;

import org.jspecify.annotations.NullMarked;
