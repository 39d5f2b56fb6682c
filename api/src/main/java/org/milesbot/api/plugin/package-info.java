/** What a plug-in implements, and what the host hands to it. */
@NullMarked
package org.milesbot.api.plugin;

import org.jspecify.annotations.NullMarked;
