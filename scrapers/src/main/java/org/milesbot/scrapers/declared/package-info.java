/** Plug-ins that need no code: a file {@code plugin.yaml} that says which places to watch and how to read them. */
@NullMarked
package org.milesbot.scrapers.declared;

import org.jspecify.annotations.NullMarked;
