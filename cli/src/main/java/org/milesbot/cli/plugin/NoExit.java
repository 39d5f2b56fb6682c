package org.milesbot.cli.plugin;

import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** What plug-ins call when they call {@code System.exit}; public because they do. */
public final class NoExit {

    private NoExit() {}

    /**
     * Does not end the process.
     *
     * @throws MilesbotException of kind INTERNAL always
     */
    @SuppressWarnings("DoNotCallSuggester") // It is called all the same, by what was compiled to call another.
    public static void exit(int status) {
        throw new MilesbotException(ErrorKind.INTERNAL, Text.of(NoExit.class, "no.exit", String.valueOf(status)));
    }
}
