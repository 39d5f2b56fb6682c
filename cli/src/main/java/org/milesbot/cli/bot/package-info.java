/** The bot: hears what people say, finds the command that answers, and sends what it says. */
@NullMarked
package org.milesbot.cli.bot;

import org.jspecify.annotations.NullMarked;
