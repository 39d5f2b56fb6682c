/** The PostgreSQL that milesbot brings along: unpacked, initialised, started on demand and left running. */
@NullMarked
package org.milesbot.store.embedded;

import org.jspecify.annotations.NullMarked;
