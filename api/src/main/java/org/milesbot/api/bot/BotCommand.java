package org.milesbot.api.bot;

import java.util.List;
import java.util.Locale;

/**
 * Something that the bot can be asked for: {@code /name}, with or without words after it. The host listens, keeps people
 * from asking too often, makes the cheat-sheet and lists the command to Telegram. Only people in a chat of their own ask;
 * a group does not.
 *
 * <p>The host calls a command from one thread at a time, with a time limit; what it throws is told to the person as an
 * apology, and nothing else suffers. An {@link org.milesbot.api.MilesbotException} of kind USAGE is told as it is: it says
 * what was wrong, and what a right one looks like.
 */
public interface BotCommand {

    /** What it is called by, without the slash: unique, of the form {@code [a-z][a-z0-9_]*}, at most 32 characters. */
    String name();

    /** Other names of it, of the same form. */
    default List<String> aliases() {
        return List.of();
    }

    /**
     * What it does, in one line of at most 256 characters, as plain text.
     *
     * @param language Portuguese or English
     */
    String help(Locale language);

    /** The words of an example after the name, such as {@code 50000 livelo smiles}; empty if it needs none. */
    default String example() {
        return "";
    }

    /** Whether only the operators may ask for it; nobody else gets to know of it. */
    default boolean isForOperators() {
        return false;
    }

    /**
     * Whether a message that somebody forwards answers its question ({@link BotReply.Ask}), too. By default it does not: what is
     * forwarded is an announcement, which milesbot reads.
     */
    default boolean takesForwarded() {
        return false;
    }

    /**
     * Answers. A button whose data are {@code name:words} asks its command again with these words.
     *
     * @return what is to be sent, in order; empty for silence
     * @throws Exception if it cannot
     */
    List<BotReply> answer(BotRequest request) throws Exception;
}
