/** Letters go out by Telegram. */
@NullMarked
package org.milesbot.notify.telegram;

import org.jspecify.annotations.NullMarked;
