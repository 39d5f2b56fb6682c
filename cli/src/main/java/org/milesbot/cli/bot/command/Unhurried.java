package org.milesbot.cli.bot.command;

import org.milesbot.api.bot.BotCommand;

/** A command that may take its time: it is asked outside of any transaction, and works with no desk. */
public interface Unhurried extends BotCommand {}
