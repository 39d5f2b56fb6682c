package org.milesbot.cli.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Html;

/** What the operators' commands have in common. */
abstract class OperatorCommand implements BotCommand {

    private final String name;
    final Workshop workshop;

    OperatorCommand(String name, Workshop workshop) {
        this.name = name;
        this.workshop = workshop;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isForOperators() {
        return true;
    }

    @Override
    public final String help(Locale language) {
        return Workshop.speech(language).plain(name + ".help");
    }

    static BotReply shown(Html html, List<List<Button>> buttons) {
        return BotReply.show(new Message(html.value(), buttons, false, null));
    }

    static Html say(Speech speech, String key, Object... arguments) {
        return speech.phrases().say(key, arguments);
    }

    /** Such as "há 4 min"; the largest unit is enough. */
    static Html ago(Speech speech, @Nullable Instant instant, Instant now) {
        if (instant == null) {
            return say(speech, "ago.never");
        }
        Duration since = Duration.between(instant, now);
        if (since.toMinutes() < 1) {
            return say(speech, "ago.now");
        }
        if (since.toHours() < 1) {
            return say(speech, "ago.minutes", since.toMinutes());
        }
        return since.toDays() < 2 ? say(speech, "ago.hours", since.toHours()) : say(speech, "ago.days", since.toDays());
    }

    /** A line for each thing. */
    static <T> Html lines(List<T> things, Function<T, Html> line) {
        return Html.join("\n", things.stream().map(line).toList());
    }

    /** The answer as one message. */
    static List<BotReply> answer(Html html) {
        return List.of(shown(html, List.of()));
    }

    @Override
    public abstract List<BotReply> answer(BotRequest request);
}
