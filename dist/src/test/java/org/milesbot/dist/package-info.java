/** What is handed out, as those who get it use it. */
@NullMarked
package org.milesbot.dist;

import org.jspecify.annotations.NullMarked;
