package org.milesbot.cli.bot.assistant;

/**
 * A command as the person who asked would type it, and on nobody's account but theirs.
 *
 * @param command its name, without the slash
 * @param arguments what comes after it, in one line; empty if nothing does
 * @param isWrite whether it changes something, and is therefore to be confirmed
 * @param isComplete whether nothing is missing that the command would have to ask for
 */
public record CommandLine(String command, String arguments, boolean isWrite, boolean isComplete) {

    /** As it would be typed. */
    @Override
    public String toString() {
        return arguments.isEmpty() ? "/" + command : "/" + command + " " + arguments;
    }
}
