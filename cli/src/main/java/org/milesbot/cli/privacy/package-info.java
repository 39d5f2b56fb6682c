/** Shows people what is kept of them, and forgets them. */
@NullMarked
package org.milesbot.cli.privacy;

import org.jspecify.annotations.NullMarked;
