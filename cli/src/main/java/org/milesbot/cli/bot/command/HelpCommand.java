package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Html;

/** Lists what can be asked for: one line a command, made of the commands themselves. */
final class HelpCommand implements BotCommand {

    private static final int LONGEST = 256;

    private final Function<BotRequest, List<BotCommand>> commands;

    /**
     * @param commands what somebody may ask for, in order
     */
    HelpCommand(Function<BotRequest, List<BotCommand>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public List<String> aliases() {
        return List.of("ajuda");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("help.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        Stream<Html> lines = commands.apply(request).stream().map(command -> line(speech, command, request));
        Html html = Html.join(
                "\n",
                Stream.concat(
                                Stream.of(new Html(speech.words("help.heading"))),
                                Stream.concat(lines, Stream.of(new Html("\n" + speech.words("help.end")))))
                        .toList());
        return List.of(BotReply.say(new Message(html.value(), List.of(), false, null)));
    }

    private static Html line(Speech speech, BotCommand command, BotRequest request) {
        Html help = Html.escaped(command.help(request.asker().language()), LONGEST);
        return new Html(
                command.example().isEmpty()
                        ? speech.words("help.line", command.name(), help)
                        : speech.words("help.line.example", command.name(), help, command.example()));
    }
}
