/** Sources that are watched, how they are fetched, and what is read from them. */
@NullMarked
package org.milesbot.api.source;

import org.jspecify.annotations.NullMarked;
