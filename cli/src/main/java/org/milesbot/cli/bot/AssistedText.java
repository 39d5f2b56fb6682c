package org.milesbot.cli.bot;

import java.util.List;
import java.util.function.LongConsumer;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.bot.assistant.CommandLine;
import org.milesbot.cli.bot.assistant.Interpreter;
import org.milesbot.cli.bot.assistant.Understood;
import org.milesbot.cli.bot.command.Speech;
import org.milesbot.notify.assistant.Quote;
import org.milesbot.notify.assistant.Utterance;
import org.milesbot.notify.message.Html;
import org.milesbot.store.alert.OwnAlerts;
import org.milesbot.store.alert.OwnAlerts.OwnAlert;
import org.milesbot.store.bot.Proposals.Proposal;
import org.milesbot.store.llm.Grant.Limit;

/**
 * Has a language model say which command somebody means. What only reads is run at once, as if it had been typed; what changes
 * something is shown as a sentence, and waits for a button.
 */
final class AssistedText implements FreeText {

    private static final int LONGEST_WORDS = 600;
    private static final int LONGEST_LINE = 300;
    private static final String REMIND = "remind";

    /** What a quote is, for the model. */
    private static final String ANSWERED = "promoção da mensagem respondida";

    private final Interpreter interpreter;
    private final LongConsumer typing;

    /**
     * @param typing tells a chat that an answer is being written
     */
    AssistedText(Interpreter interpreter, LongConsumer typing) {
        this.interpreter = interpreter;
        this.typing = typing;
    }

    @Override
    public Step understand(Turn turn, BotRequest request) {
        List<OwnAlert> meant = meant(turn, request);
        Utterance utterance = new Utterance(
                request.words(),
                meant.stream().map(alert -> new Quote(ANSWERED, alert.title())).toList());
        return new Step.Later(() -> {
            typing.accept(turn.chat());
            Understood understood = interpreter.understand(turn.user().id(), utterance);
            return desk -> answer(turn.at(desk), request, meant, understood);
        });
    }

    /** What the message tells of that theirs is a reply to. */
    private static List<OwnAlert> meant(Turn turn, BotRequest request) {
        Long answers = request.answers();
        return answers == null ? List.of() : new OwnAlerts(turn.desk().database()).inMessage(turn.chat(), answers);
    }

    private static Step answer(Turn turn, BotRequest request, List<OwnAlert> meant, Understood understood) {
        if (understood instanceof Understood.Command command) {
            CommandLine line = command.line();
            boolean isThis = line.command().equals(REMIND) && line.arguments().isEmpty() && meant.size() == 1;
            return command(
                    turn,
                    request,
                    isThis ? new CommandLine(REMIND, meant.get(0).promo().toString(), true, true) : line);
        }
        return new Step.Done(List.of(reply(turn.speech(), understood)));
    }

    private static BotReply reply(Speech speech, Understood understood) {
        if (understood instanceof Understood.Words words) {
            return speech.say("ai.words", Html.escaped(words.text(), LONGEST_WORDS));
        }
        if (understood instanceof Understood.Spent spent) {
            return speech.say(spent.limit() == Limit.DAY ? "ai.spent.day" : "ai.spent.month");
        }
        return speech.say(understood instanceof Understood.Unavailable ? "ai.unavailable" : "ai.nothing");
    }

    private static Step command(Turn turn, BotRequest request, CommandLine line) {
        if (line.isWrite()) {
            return new Step.Done(List.of(
                    turn.propose(question(turn.speech(), line), new Proposal(line.command(), line.arguments()))));
        }
        return turn.command(line.command())
                .map(command -> turn.run(command, turn.written(line.arguments(), null, request.answers())))
                .orElseGet(() -> new Step.Done(List.of(turn.speech().say("ai.nothing"))));
    }

    private static Message question(Speech speech, CommandLine line) {
        return speech.message(
                "ai.sure." + line.command(),
                Html.escaped(line.arguments(), LONGEST_LINE),
                Html.escaped(line.toString(), LONGEST_LINE));
    }
}
