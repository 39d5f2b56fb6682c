/** Understands what people type into the search. */
@NullMarked
package org.milesbot.cli.search;

import org.jspecify.annotations.NullMarked;
