/** Tests of the way from alerts to messages. */
@NullMarked
package org.milesbot.cli.notify;

import org.jspecify.annotations.NullMarked;
