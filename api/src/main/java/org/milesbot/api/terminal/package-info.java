/** What a plug-in can be asked for on the command line. */
@NullMarked
package org.milesbot.api.terminal;

import org.jspecify.annotations.NullMarked;
