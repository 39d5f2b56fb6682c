/** From what happened to messages on people's phones: matching, writing, sending, and saying why. */
@NullMarked
package org.milesbot.cli.notify;

import org.jspecify.annotations.NullMarked;
