/** What people write about themselves: their settings and routes, read and written back, whichever way they come. */
@NullMarked
package org.milesbot.cli.people;

import org.jspecify.annotations.NullMarked;
