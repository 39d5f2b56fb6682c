package org.milesbot.cli.bot;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.cli.bot.command.Unhurried;

/**
 * A command of a plug-in: it does not work with a desk.
 *
 * @param command the command, behind its border
 */
record Guest(BotCommand command) implements Unhurried {

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public List<String> aliases() {
        return command.aliases();
    }

    @Override
    public String help(Locale language) {
        return command.help(language);
    }

    @Override
    public String example() {
        return command.example();
    }

    @Override
    public boolean isForOperators() {
        return command.isForOperators();
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws Exception {
        return command.answer(request);
    }
}
