/** What people hear before the sources do: kept apart until a source confirms it, and then credited to who reported it. */
@NullMarked
package org.milesbot.plugin.rumours;

import org.jspecify.annotations.NullMarked;
