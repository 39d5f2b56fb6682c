/** The one door to the network: polite, bounded, closed to private addresses, and the decoding of what comes in. */
@NullMarked
package org.milesbot.scrapers.fetch;

import org.jspecify.annotations.NullMarked;
