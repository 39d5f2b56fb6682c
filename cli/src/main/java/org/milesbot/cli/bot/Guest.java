package org.milesbot.cli.bot;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.cli.bot.command.Unhurried;
import org.milesbot.cli.plugin.PluginException;

/**
 * A command of a plug-in: it does not work with a desk. Its faults are counted; what people write wrongly is none.
 *
 * @param command the command, behind its border
 * @param faults is told of each fault whose it was
 */
record Guest(BotCommand command, Consumer<String> faults) implements Unhurried {

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
    public boolean takesForwarded() {
        return command.takesForwarded();
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws Exception {
        try {
            return command.answer(request);
        } catch (PluginException e) {
            if (e.kind() != ErrorKind.USAGE) {
                faults.accept(e.plugin());
            }
            throw e;
        }
    }
}
