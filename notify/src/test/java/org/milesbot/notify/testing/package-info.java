/** A Bot API to test against: a real server that keeps what it is sent, holds to limits, and misbehaves on command. */
@NullMarked
package org.milesbot.notify.testing;

import org.jspecify.annotations.NullMarked;
