/** What a language model may ask for: the bot's own commands, as somebody would type them, and within a budget. */
@NullMarked
package org.milesbot.cli.bot.assistant;

import org.jspecify.annotations.NullMarked;
