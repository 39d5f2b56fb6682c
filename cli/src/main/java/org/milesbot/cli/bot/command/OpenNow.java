package org.milesbot.cli.bot.command;

import java.util.List;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;

/** Tells somebody which promos are open for them now. */
@FunctionalInterface
interface OpenNow {

    /** What is open, as messages of their own. */
    List<BotReply> of(BotRequest request);
}
