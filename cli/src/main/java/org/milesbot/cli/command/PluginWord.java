package org.milesbot.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.plugin.GuardedTerminalCommand;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/** A word that is none of milesbot's own commands: a plug-in, and then one of its commands. */
@Command(name = "plugin")
final class PluginWord implements Callable<Integer> {

    private final String id;
    private final Session session;

    @Parameters(arity = "0..*")
    List<String> words = List.of();

    private PluginWord(String id, Session session) {
        this.id = id;
        this.session = session;
    }

    /** Options that are not milesbot's belong to the plug-in's words. */
    static CommandLine line(String id, Session session) {
        return new CommandLine(new PluginWord(id, session)).setUnmatchedOptionsArePositionalParams(true);
    }

    /** The word whose help is asked for, which picocli cannot give; nothing otherwise. */
    static Optional<PluginWord> askedForHelp(ParseResult parsed, GlobalOptions options) {
        return options.help
                        && parsed.hasSubcommand()
                        && parsed.subcommand().commandSpec().userObject() instanceof PluginWord word
                ? Optional.of(word)
                : Optional.empty();
    }

    @Override
    public Integer call() {
        return session.wiring().working(plugins -> {
            LoadedPlugin plugin = found(plugins);
            List<GuardedTerminalCommand> commands = plugin.commands();
            named(commands).run(request());
            return ExitCode.OK;
        });
    }

    /** Lists the plug-in's commands, for which no database is needed. */
    int help() {
        Console console = session.console();
        Locale locale = console.locale();
        try (Plugins plugins = session.wiring().plugins()) {
            LoadedPlugin plugin = found(plugins);
            console.out().println(Text.of(PluginWord.class, "plugin.help", id).in(locale));
            for (TerminalCommand command : plugin.commands()) {
                String example = command.example().isEmpty() ? "" : " " + Quoted.of(command.example());
                console.out().println("  milesbot " + id + " " + command.name() + example);
                console.out().println("      " + Quoted.of(command.help(locale)));
            }
        }
        return ExitCode.OK;
    }

    private LoadedPlugin found(Plugins plugins) {
        List<String> ids = plugins.all().stream().map(LoadedPlugin::id).toList();
        if (!ids.contains(id)) {
            List<String> known = new ArrayList<>(Subcommand.words());
            known.addAll(ids);
            throw new UnknownWord(root(), unknown("usage.argument", id, known));
        }
        return plugins.named(id);
    }

    private GuardedTerminalCommand named(List<GuardedTerminalCommand> commands) {
        if (commands.isEmpty()) {
            throw usage(Text.of(PluginWord.class, "plugin.no_commands", id));
        }
        List<String> names = commands.stream().map(TerminalCommand::name).toList();
        if (words.isEmpty()) {
            throw usage(Text.of(PluginWord.class, "plugin.which", id, String.join(", ", names)));
        }
        String word = words.get(0);
        return commands.stream()
                .filter(command -> command.name().equals(word))
                .findFirst()
                .orElseThrow(() -> usage(
                        Text.of(PluginWord.class, "plugin.unknown", id, Quoted.of(word), String.join(", ", names))));
    }

    private TerminalRequest request() {
        return new TerminalRequest(
                words.subList(1, words.size()),
                session.surroundings().workingDirectory(),
                session.surroundings().in(),
                session.console().out(),
                session.json(),
                session.console().locale());
    }

    private static Text unknown(String key, String typed, List<String> known) {
        return Nearest.to(typed, known)
                .map(nearest -> Text.of(UsageError.class, key + ".nearest", typed, nearest))
                .orElseGet(() -> Text.of(UsageError.class, key, typed));
    }

    private static MilesbotException usage(Text text) {
        return new MilesbotException(ErrorKind.USAGE, text);
    }

    private static CommandLine root() {
        return new CommandLine(new GlobalOptions());
    }

    /** Neither a command of milesbot's own nor a plug-in. */
    static final class UnknownWord extends CommandLine.ParameterException {

        private static final long serialVersionUID = 1L;

        private final transient Text text;

        UnknownWord(CommandLine root, Text text) {
            super(root, text.in(Locale.ENGLISH));
            this.text = text;
        }

        Text text() {
            return text;
        }
    }
}
