/** Award fares as somebody looks for them: what they ask, which flights go together, and how they come by the miles. */
@NullMarked
package org.milesbot.cli.fare;

import org.jspecify.annotations.NullMarked;
