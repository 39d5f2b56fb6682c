package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.Version;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.wiring.Logging;
import org.milesbot.cli.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line: finds the subcommand, runs it, and turns errors into a sentence and an exit code. */
public final class Milesbot {

    private static final String HELP = "org.milesbot.cli.command.help";

    /** picocli looks up how to read each type of the JDK's, for each command, although hardly one of them is ever asked for. */
    private static final String UNWANTED_TYPES = "java\\.(?:nio|sql|time)\\..*";

    private static final int USUAL_WIDTH = 110;
    private static final int NARROWEST = 60;

    private final Surroundings surroundings;

    /** A command line that runs in the given surroundings. */
    public Milesbot(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command to its end and returns its exit code. */
    public int run(List<String> arguments) {
        GlobalOptions options = new GlobalOptions();
        try (Session session = new Session(options, surroundings)) {
            CommandLine line = commandLine(options, session, arguments);
            line.setExecutionStrategy(parsed -> {
                // Before the first logger is made, which is when logging is set up.
                Logging.begin(options.verbose);
                if (options.help) {
                    line.setResourceBundle(helpTexts());
                }
                return executed(parsed, options);
            });
            int exitCode = line.execute(arguments.toArray(String[]::new));
            session.console().flush();
            return exitCode;
        }
    }

    private static int executed(ParseResult parsed, GlobalOptions options) {
        Optional<PluginWord> word = PluginWord.askedForHelp(parsed, options);
        if (word.isEmpty()) {
            return new RunLast().execute(parsed);
        }
        try {
            return word.get().help();
        } catch (MilesbotException e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private CommandLine commandLine(GlobalOptions options, Session session, List<String> arguments) {
        System.setProperty("picocli.converters.excludes", UNWANTED_TYPES);
        CommandLine line = new CommandLine(options);
        line.getCommandSpec().version("milesbot " + Version.current());
        List<Subcommand> subcommands = Subcommand.calledBy(arguments);
        subcommands.forEach(subcommand -> subcommand.addTo(line, session));
        if (subcommands.size() > 1) {
            line.setResourceBundle(helpTexts());
        }
        return line.registerConverter(LocalDate.class, LocalDate::parse)
                .registerConverter(Path.class, Path::of)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(width())
                .setParameterExceptionHandler((error, given) -> refuse(error, session))
                .setExecutionExceptionHandler((error, command, parsed) -> fail(error, options, session));
    }

    /** Read only where help is given or listed: there is a lot of it. */
    private ResourceBundle helpTexts() {
        return ResourceBundle.getBundle(
                HELP,
                OutputSettings.languageOf(surroundings.environment()),
                Milesbot.class.getClassLoader(),
                Control.getNoFallbackControl(List.of("java.properties")));
    }

    private int width() {
        int columns = surroundings.terminal().width();
        return columns == 0 ? USUAL_WIDTH : Math.max(NARROWEST, Math.min(columns, USUAL_WIDTH));
    }

    private static int refuse(ParameterException error, Session session) {
        Console console = session.console();
        console.complain(UsageError.sentence(error));
        console.say(Text.of(
                Milesbot.class,
                "usage.hint",
                error.getCommandLine().getCommandSpec().qualifiedName()));
        console.flush();
        return ExitCode.USAGE;
    }

    private static int fail(Exception error, GlobalOptions options, Session session) {
        Console console = session.console();
        int exitCode = ExitCode.INTERNAL;
        if (error instanceof MilesbotException expected) {
            console.complain(expected.text());
            exitCode = ExitCode.of(expected.kind());
        } else {
            console.complain(Text.of(Milesbot.class, "internal", String.valueOf(error)));
        }
        if (options.verbose) {
            console.trace(error);
        }
        console.flush();
        return exitCode;
    }
}
