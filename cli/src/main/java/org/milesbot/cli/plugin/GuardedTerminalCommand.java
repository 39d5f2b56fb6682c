package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;
import org.milesbot.cli.config.Quoted;

/** A plug-in's command for the command line behind the border: what it says of itself was asked once. */
public final class GuardedTerminalCommand implements TerminalCommand {

    private static final int MOST_COMMANDS = 50;
    private static final int LONGEST_HELP = 256;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    private final TerminalCommand command;
    private final Said said;
    private final GuardedCall border;
    private final Duration limit;

    private GuardedTerminalCommand(TerminalCommand command, Said said, GuardedCall border, Duration limit) {
        this.command = command;
        this.said = said;
        this.border = border;
        this.limit = limit;
    }

    /** What a command says of itself. */
    private record Said(String name, String help, String helpInEnglish, String example) {}

    static List<GuardedTerminalCommand> of(Plugin plugin, String id, GuardedCall border, TimeLimits limits) {
        List<GuardedTerminalCommand> guarded = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TerminalCommand command : border.list("commands()", limits.call(), MOST_COMMANDS, plugin::commands)) {
            GuardedCall own = border.forPart(Text.of(GuardedTerminalCommand.class, "the.terminal-command", id));
            Said said = said(command, own, limits.call());
            if (!names.add(said.name)) {
                throw border.refused(ErrorKind.INTERNAL, "command.twice", said.name);
            }
            guarded.add(new GuardedTerminalCommand(command, said, own, limits.scrape()));
        }
        return List.copyOf(guarded);
    }

    private static Said said(TerminalCommand command, GuardedCall border, Duration limit) {
        String name = border.call("TerminalCommand.name()", limit, command::name);
        if (!NAME.matcher(name).matches()) {
            throw border.refused(ErrorKind.INTERNAL, "command.form", Quoted.of(name));
        }
        return new Said(
                name,
                help(command, Locale.forLanguageTag("pt-BR"), border, limit),
                help(command, Locale.ENGLISH, border, limit),
                border.call("example()", limit, command::example));
    }

    private static String help(TerminalCommand command, Locale language, GuardedCall border, Duration limit) {
        String help = border.call("help()", limit, () -> command.help(language));
        if (help.isBlank() || help.length() > LONGEST_HELP) {
            throw border.refused(ErrorKind.INTERNAL, "command.help", String.valueOf(LONGEST_HELP));
        }
        return help;
    }

    @Override
    public String name() {
        return said.name;
    }

    @Override
    public String help(Locale language) {
        return language.getLanguage().equals("en") ? said.helpInEnglish : said.help;
    }

    @Override
    public String example() {
        return said.example;
    }

    /**
     * Runs it. What the plug-in says is wrong is said to the person as it is, since they called the plug-in by its name.
     *
     * @throws MilesbotException of the plug-in's kind and in its words; a {@link PluginException} if it fails otherwise
     */
    @Override
    public void run(TerminalRequest request) {
        try {
            border.call("run()", limit, () -> {
                command.run(request);
                return true;
            });
        } catch (PluginException e) {
            if (e.getCause() instanceof MilesbotException own) {
                throw new MilesbotException(own.kind(), own.text(), e);
            }
            throw e;
        }
    }
}
