/** The use cases, as commands, bot and server share them. */
@NullMarked
package org.milesbot.cli.pipeline;

import org.jspecify.annotations.NullMarked;
