package org.milesbot.cli.bot;

import java.util.List;
import java.util.function.Consumer;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.cli.privacy.Privacy;

/**
 * What plug-ins add to the bot, at one moment.
 *
 * @param commands theirs, each behind its border
 * @param privacy what is kept of people, by them too
 */
public record Company(List<BotCommand> commands, Privacy privacy) {

    /** Copies the list. */
    public Company {
        commands = List.copyOf(commands);
    }

    /** It may be another from one update to the next. For use by several threads. */
    @FunctionalInterface
    public interface Present {

        /** Has something done with the company of this moment, which stays what it is until it is done. */
        void with(Consumer<Company> work);
    }
}
