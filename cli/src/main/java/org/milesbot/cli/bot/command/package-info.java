/** What the bot can be asked for, one class a command. */
@NullMarked
package org.milesbot.cli.bot.command;

import org.jspecify.annotations.NullMarked;
