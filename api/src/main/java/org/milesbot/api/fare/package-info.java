/** Seats on planes that are paid with miles: what is asked for them, and who answers. */
@NullMarked
package org.milesbot.api.fare;

import org.jspecify.annotations.NullMarked;
