/** Sending, against a server that misbehaves. */
@NullMarked
package org.milesbot.notify.telegram;

import org.jspecify.annotations.NullMarked;
