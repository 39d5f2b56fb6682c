/** Tests of asking for fares, with a real server that misbehaves. */
@NullMarked
package org.milesbot.cli.fare.ask;

import org.jspecify.annotations.NullMarked;
