/** Recorded HTTP exchanges: HAR 1.2 files that are written while fetching and answer requests without a network. */
@NullMarked
package org.milesbot.scrapers.recording;

import org.jspecify.annotations.NullMarked;
