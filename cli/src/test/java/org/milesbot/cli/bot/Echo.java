package org.milesbot.cli.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;

/** A plug-in's command that does whatever it is told: {@code ask}, {@code confirm}, {@code fail}, {@code button} … */
final class Echo implements BotCommand {

    final List<BotRequest> requests = new ArrayList<>();

    @Override
    public String name() {
        return "eco";
    }

    @Override
    public List<String> aliases() {
        return List.of("echo");
    }

    @Override
    public String help(Locale language) {
        return "repete <tudo>";
    }

    @Override
    public synchronized List<BotReply> answer(BotRequest request) {
        requests.add(request);
        if (request.isConfirmed()) {
            return List.of(BotReply.show(message("confirmed " + request.words())));
        }
        if (request.topic() != null) {
            return List.of(BotReply.say(message(request.topic() + " got " + request.words())));
        }
        return switch (request.words()) {
            case "ask" -> List.of(new BotReply.Ask(message("what?"), "topic"));
            case "confirm" -> List.of(new BotReply.Confirm(message("sure?"), "it"));
            case "fail" -> throw new IllegalStateException("broken <b>");
            case "button" ->
                List.of(BotReply.say(message("press")
                        .withButtons(List.of(
                                List.of(Button.telling("x", "eco:pressed"), Button.telling("n", "eco:notice"))))));
            case "pressed" -> List.of(BotReply.show(message("was pressed")));
            case "notice" -> List.of(new BotReply.Notice("a <notice>"));
            case "" -> List.of();
            default -> List.of(BotReply.say(message("said")));
        };
    }

    private static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }
}
