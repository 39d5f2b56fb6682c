/** What comes of words, whatever the endpoint does. */
@NullMarked
package org.milesbot.notify.assistant;

import org.jspecify.annotations.NullMarked;
