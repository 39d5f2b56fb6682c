/** Real servers for tests, also for those of other modules. */
@NullMarked
package org.milesbot.store.testing;

import org.jspecify.annotations.NullMarked;
