package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.cli.config.Quoted;

/** A plug-in's command behind the border: what it says of itself was asked once, what it answers is counted. */
final class GuardedBotCommand implements BotCommand {

    static final int MOST_COMMANDS = 50;
    private static final int MOST_ALIASES = 10;
    private static final int MOST_REPLIES = 20;
    private static final int LONGEST_HELP = 256;

    /** Of all replies together: sixteen messages of Telegram's, which nobody reads to the end. */
    private static final int MOST_LETTERS = 65_536;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    private final BotCommand command;
    private final Said said;
    private final GuardedCall border;
    private final Duration limit;

    private GuardedBotCommand(BotCommand command, Said said, GuardedCall border, Duration limit) {
        this.command = command;
        this.said = said;
        this.border = border;
        this.limit = limit;
    }

    /** What a command says of itself. */
    private record Said(
            String name,
            List<String> aliases,
            String help,
            String helpInEnglish,
            String example,
            boolean operators,
            boolean forwarded) {}

    static List<BotCommand> of(Plugin plugin, String id, GuardedCall border, TimeLimits limits) {
        List<BotCommand> guarded = new ArrayList<>();
        for (BotCommand command : border.list("botCommands()", limits.call(), MOST_COMMANDS, plugin::botCommands)) {
            guarded.add(of(command, id, border, limits));
        }
        return List.copyOf(guarded);
    }

    /**
     * Asks one command who it is.
     *
     * @throws PluginException if it does not say, or says it wrong
     */
    static GuardedBotCommand of(BotCommand command, String id, GuardedCall border, TimeLimits limits) {
        GuardedCall own = border.forPart(Text.of(GuardedBotCommand.class, "the.command", id));
        return new GuardedBotCommand(command, said(command, own, limits.call()), own, limits.call());
    }

    /** All names of a command. */
    static Stream<String> names(BotCommand command) {
        return Stream.concat(Stream.of(command.name()), command.aliases().stream());
    }

    private static Said said(BotCommand command, GuardedCall border, Duration limit) {
        String name = border.call("BotCommand.name()", limit, command::name);
        List<String> aliases = border.list("aliases()", limit, MOST_ALIASES, command::aliases);
        for (String each : aliases) {
            requireName(each, border);
        }
        requireName(name, border);
        return new Said(
                name,
                aliases,
                help(command, Locale.forLanguageTag("pt-BR"), border, limit),
                help(command, Locale.ENGLISH, border, limit),
                example(command, border, limit),
                border.call("isForOperators()", limit, command::isForOperators),
                border.call("takesForwarded()", limit, command::takesForwarded));
    }

    private static void requireName(String name, GuardedCall border) {
        if (!NAME.matcher(name).matches()) {
            throw border.refused(ErrorKind.INTERNAL, "command.form", Quoted.of(name));
        }
    }

    private static String help(BotCommand command, Locale language, GuardedCall border, Duration limit) {
        String help = border.call("help()", limit, () -> command.help(language));
        if (help.isBlank() || help.length() > LONGEST_HELP) {
            throw border.refused(ErrorKind.INTERNAL, "command.help", String.valueOf(LONGEST_HELP));
        }
        return help;
    }

    private static String example(BotCommand command, GuardedCall border, Duration limit) {
        String example = border.call("example()", limit, command::example);
        border.requireShort("example()", example.length(), LONGEST_HELP);
        return example;
    }

    private static long letters(BotReply reply) {
        if (reply instanceof BotReply.Notice notice) {
            return notice.text().length();
        }
        return message(reply).html().length();
    }

    private static Message message(BotReply reply) {
        if (reply instanceof BotReply.Say say) {
            return say.message();
        } else if (reply instanceof BotReply.Show show) {
            return show.message();
        } else if (reply instanceof BotReply.Ask ask) {
            return ask.message();
        } else if (reply instanceof BotReply.Confirm confirm) {
            return confirm.message();
        } else if (reply instanceof BotReply.Picture picture) {
            return picture.caption();
        } else if (reply instanceof BotReply.Document document) {
            return document.caption();
        }
        throw new IllegalStateException("a reply of an unknown kind: " + reply.getClass());
    }

    @Override
    public String name() {
        return said.name;
    }

    @Override
    public List<String> aliases() {
        return said.aliases;
    }

    @Override
    public String help(Locale language) {
        return language.getLanguage().equals("en") ? said.helpInEnglish : said.help;
    }

    @Override
    public String example() {
        return said.example;
    }

    @Override
    public boolean isForOperators() {
        return said.operators;
    }

    @Override
    public boolean takesForwarded() {
        return said.forwarded;
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        List<BotReply> replies = border.list("answer()", limit, MOST_REPLIES, () -> command.answer(request));
        border.requireShort(
                "answer()",
                replies.stream().mapToLong(GuardedBotCommand::letters).sum(),
                MOST_LETTERS);
        return replies;
    }
}
