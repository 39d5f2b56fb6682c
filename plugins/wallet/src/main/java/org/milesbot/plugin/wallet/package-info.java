/** What people hold of each programme, as they say it, and when points of it expire: shown, and warned of in time. */
@NullMarked
package org.milesbot.plugin.wallet;

import org.jspecify.annotations.NullMarked;
