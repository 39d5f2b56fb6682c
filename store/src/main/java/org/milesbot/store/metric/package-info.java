/** What an operator's monitoring reads: totals since the beginning, and how things stand. */
@NullMarked
package org.milesbot.store.metric;

import org.jspecify.annotations.NullMarked;
