package org.milesbot.cli.bot;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.milesbot.api.notify.Button;
import org.milesbot.cli.bot.command.Speech;

/**
 * How the bot is to behave.
 *
 * @param username what it is called in mentions, without the sign before it
 * @param operators who may ask for what is the operators', by their number on Telegram
 * @param reader the name of the command that reads announcements
 */
record Manner(String username, Set<Long> operators, String reader) {

    /** Copies the set. */
    Manner {
        operators = Set.copyOf(operators);
    }

    boolean isOperator(long id) {
        return operators.contains(id);
    }

    /** Opens a chat with the bot. */
    Button link(Locale language) {
        return Button.opening(
                new Speech(Answering.class, language).plain("button.in_private"),
                URI.create("https://t.me/" + username));
    }
}
