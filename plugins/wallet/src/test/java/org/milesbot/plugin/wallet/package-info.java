/** Tests of the wallet plug-in. */
@NullMarked
package org.milesbot.plugin.wallet;

import org.jspecify.annotations.NullMarked;
