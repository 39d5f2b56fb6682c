/** How the sources do: what is new in them, when to look again, and what the operator is told. */
@NullMarked
package org.milesbot.store.source;

import org.jspecify.annotations.NullMarked;
