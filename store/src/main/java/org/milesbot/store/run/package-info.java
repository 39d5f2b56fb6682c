/** Runs of jobs: when each began, how it ended, what it did. */
@NullMarked
package org.milesbot.store.run;

import org.jspecify.annotations.NullMarked;
