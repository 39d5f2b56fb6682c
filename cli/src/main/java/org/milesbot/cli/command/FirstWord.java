package org.milesbot.cli.command;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the word that says what is to be done, past the options before it. */
final class FirstWord {

    /** Those options of {@link GlobalOptions} that have their value in the next argument. */
    private static final Set<String> WITH_VALUE = Set.of("--color", "--lang", "--home", "--plugins-dir");

    private FirstWord() {}

    /** Nothing if there are options alone. */
    static Optional<String> of(List<String> arguments) {
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            if (!argument.startsWith("-")) {
                return Optional.of(argument);
            }
            if (WITH_VALUE.contains(argument) && each.hasNext()) {
                each.next();
            }
        }
        return Optional.empty();
    }
}
