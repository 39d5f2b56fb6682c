package org.milesbot.cli.bot.command;

import java.util.List;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.OperatorLetters;
import org.milesbot.store.alert.Broadcasts;

/** Tells everybody something, after the operator has seen it as they will. */
final class BroadcastCommand extends OperatorCommand {

    private static final int LONGEST = 3_000;

    BroadcastCommand(Workshop workshop) {
        super("broadcast", workshop);
    }

    @Override
    public String example() {
        return "Amanhã não haverá alertas das 2h às 3h.";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        Broadcasts broadcasts = new Broadcasts(workshop.database());
        if (request.isConfirmed()) {
            int people = broadcasts.send(request.words(), request.at());
            return List.of(speech.show("broadcast.sent", people));
        }
        if (request.words().isBlank()) {
            return List.of(new BotReply.Ask(speech.message("broadcast.ask"), ""));
        }
        if (request.words().length() > LONGEST) {
            throw new MilesbotException(
                    ErrorKind.USAGE,
                    Text.of(
                            BroadcastCommand.class,
                            "broadcast.long",
                            LONGEST,
                            request.words().length()));
        }
        Message preview = OperatorLetters.broadcast(List.of(request.words()), false);
        Html question =
                Html.join("\n\n", List.of(say(speech, "broadcast.sure", broadcasts.reach()), new Html(preview.html())));
        return List.of(new BotReply.Confirm(new Message(question.value(), List.of(), false, null), request.words()));
    }
}
