/** Captures: the raw answers of sources, kept compressed, so that a better parser can read them again. */
@NullMarked
package org.milesbot.store.capture;

import org.jspecify.annotations.NullMarked;
