package org.milesbot.api.terminal;

import java.util.Locale;

/**
 * What somebody can do with a plug-in on the command line: {@code milesbot <plug-in> <name> [words]}. A plug-in whose id is
 * that of a command of milesbot's own is never asked.
 */
public interface TerminalCommand {

    /** What calls it: unique in the plug-in, of the form {@code [a-z][a-z0-9_]*}, of 32 characters at most. */
    String name();

    /** What it does, in one line of at most 256 characters, in Portuguese or English. */
    String help(Locale language);

    /** Words as they follow the name, such as {@code balances.csv}; empty if it takes none. */
    default String example() {
        return "";
    }

    /**
     * Does it, in 15 minutes at most. What it found goes to {@link TerminalRequest#out()}; when it returns, all went well.
     *
     * @throws org.milesbot.api.MilesbotException if it cannot, with the sentence that the person reads; the kind decides the exit
     *     code: USAGE 2, DATA 3, CONFIGURATION 4, EXTERNAL 5, INTERNAL 1
     * @throws Exception if it fails, which counts as INTERNAL
     */
    void run(TerminalRequest request) throws Exception;
}
