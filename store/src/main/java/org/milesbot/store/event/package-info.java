/** What happens to campaigns: kept once each, read by cursor, and made known to whoever listens. */
@NullMarked
package org.milesbot.store.event;

import org.jspecify.annotations.NullMarked;
