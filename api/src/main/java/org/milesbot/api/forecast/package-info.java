/** What a plug-in thinks of the forecast that the host makes. */
@NullMarked
package org.milesbot.api.forecast;

import org.jspecify.annotations.NullMarked;
