/** The way to Redis, which milesbot uses where there is one and does without where there is none. */
@NullMarked
package org.milesbot.store.redis;

import org.jspecify.annotations.NullMarked;
