/** When the processes that share a database do what next, and which of them does it. */
@NullMarked
package org.milesbot.store.schedule;

import org.jspecify.annotations.NullMarked;
