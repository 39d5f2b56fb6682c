package org.milesbot.cli.bot.command;

import java.util.List;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Html;
import org.milesbot.store.alert.DeadLetters;
import org.milesbot.store.alert.DeadLetters.DeadLetter;

/** Alerts that were given up, and what is to become of them. */
final class DeadCommand extends OperatorCommand {

    private static final String RETRY = "retry";
    private static final String DROP = "drop";
    private static final int MOST = 10;
    private static final int LONGEST = 100;

    DeadCommand(Workshop workshop) {
        super("dead", workshop);
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        DeadLetters letters = new DeadLetters(workshop.database());
        if (request.isConfirmed()) {
            return List.of(
                    request.words().equals(RETRY)
                            ? speech.show("dead.retried", letters.retry(List.of(), request.at()))
                            : speech.show("dead.dropped", letters.drop(List.of(), request.at())));
        }
        if (request.words().equals(RETRY) || request.words().equals(DROP)) {
            return List.of(new BotReply.Confirm(speech.message("dead.sure." + request.words()), request.words()));
        }
        List<DeadLetter> newest = letters.list(MOST);
        if (newest.isEmpty()) {
            return List.of(speech.show("dead.none"));
        }
        Html html = Html.lines(
                say(speech, "dead.heading", newest.size()), lines(newest, letter -> line(speech, letter, request)));
        return List.of(BotReply.show(new Message(
                html.value(),
                List.of(List.of(
                        speech.button("dead:" + RETRY, "dead.button.retry"),
                        speech.button("dead:" + DROP, "dead.button.drop"))),
                false,
                null)));
    }

    private static Html line(Speech speech, DeadLetter letter, BotRequest request) {
        String about = letter.title() == null ? letter.reason() : letter.title();
        return say(
                speech,
                "dead.line",
                String.valueOf(letter.id()),
                Html.escaped(about, LONGEST),
                ago(speech, letter.diedAt(), request.at()),
                Html.escaped(letter.note() == null ? "" : letter.note(), LONGEST));
    }
}
