/** The one place where modules are joined: what exists is made here on demand and closed here. */
@NullMarked
package org.milesbot.cli.wiring;

import org.jspecify.annotations.NullMarked;
