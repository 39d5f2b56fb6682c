/** Tests of what is looked for, put together and reckoned. */
@NullMarked
package org.milesbot.cli.fare;

import org.jspecify.annotations.NullMarked;
