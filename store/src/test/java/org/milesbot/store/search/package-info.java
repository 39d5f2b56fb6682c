/** Tests of the search. */
@NullMarked
package org.milesbot.store.search;

import org.jspecify.annotations.NullMarked;
