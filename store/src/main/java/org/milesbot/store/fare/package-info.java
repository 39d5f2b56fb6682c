/** What seats cost in miles, now and once; what providers were asked, and how often they may be. */
@NullMarked
package org.milesbot.store.fare;

import org.jspecify.annotations.NullMarked;
