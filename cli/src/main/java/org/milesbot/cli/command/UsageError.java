package org.milesbot.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import org.milesbot.api.Text;
import org.milesbot.cli.command.PluginWord.UnknownWord;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrong, said in the person's language; picocli itself speaks English only. */
final class UsageError {

    private UsageError() {}

    static Text sentence(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (error instanceof UnknownWord unknown) {
            return unknown.text();
        }
        if (error instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(UsageError::name).collect(Collectors.joining(", "));
            return Text.of(UsageError.class, "usage.missing", names);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return Text.of(UsageError.class, "usage.twice", name(twice.getOverwritten()));
        }
        if (error.getArgSpec() != null && error.getValue() != null) {
            return Text.of(
                    UsageError.class,
                    "usage.value",
                    error.getValue(),
                    name(error.getArgSpec()),
                    error.getArgSpec().paramLabel());
        }
        return Text.plain(String.valueOf(error.getMessage()));
    }

    private static Text unmatched(UnmatchedArgumentException error) {
        String typed = error.getUnmatched().get(0);
        String what = typed.startsWith("-") ? "usage.option" : "usage.argument";
        List<String> suggestions = error.getSuggestions();
        return suggestions.isEmpty()
                ? Text.of(UsageError.class, what, typed)
                : Text.of(UsageError.class, what + ".nearest", typed, String.join(", ", suggestions));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof picocli.CommandLine.Model.OptionSpec option
                ? option.longestName()
                : argument.paramLabel();
    }
}
