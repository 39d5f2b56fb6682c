package org.milesbot.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;

/** Asks whoever sits at the terminal before something is lost. */
final class Confirmation {

    private static final Set<String> YES = Set.of("s", "sim", "y", "yes");

    private final Session session;

    Confirmation(Session session) {
        this.session = session;
    }

    /**
     * Whether the person says yes.
     *
     * @throws MilesbotException of kind USAGE if there is no terminal to ask on
     */
    boolean given(Text question) {
        Console console = session.console();
        if (!session.surroundings().terminal().streams().contains(Console.Stream.ERR)) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(Confirmation.class, "confirm.nobody"));
        }
        console.ask(question);
        try {
            String answer = new BufferedReader(
                            new InputStreamReader(session.surroundings().in(), StandardCharsets.UTF_8))
                    .readLine();
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }
}
