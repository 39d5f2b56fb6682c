/** Finds campaigns by words, without accents, among all that were ever kept, and counts what they are. */
@NullMarked
package org.milesbot.store.search;

import org.jspecify.annotations.NullMarked;
