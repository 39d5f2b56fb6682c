package org.milesbot.cli.bot;

import org.milesbot.api.bot.BotRequest;

/** Understands what somebody wrote that no command is for. */
interface FreeText {

    /** What comes of it. */
    Step understand(Turn turn, BotRequest request);
}
