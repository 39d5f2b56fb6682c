/** Tests of fares, and how long their history takes to read. */
@NullMarked
package org.milesbot.store.fare;

import org.jspecify.annotations.NullMarked;
