package org.milesbot.cli.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotReply.Ask;
import org.milesbot.api.bot.BotReply.Confirm;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.cli.bot.command.Speech;
import org.milesbot.cli.bot.command.Unhurried;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.notify.message.Escape;
import org.milesbot.notify.message.Html;
import org.milesbot.store.bot.Conversations.Open;
import org.milesbot.store.bot.Proposals.Proposal;
import org.milesbot.store.user.HeldTier;
import org.milesbot.store.user.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's turn to speak.
 *
 * @param desk where it is dealt with
 * @param user who it is
 * @param isOperator whether they may ask for what is the operators'
 * @param now when
 */
record Turn(Desk desk, User user, boolean isOperator, Instant now) {

    private static final Logger log = LoggerFactory.getLogger(Turn.class);
    private static final int LONGEST_SENTENCE = 1_000;
    private static final Duration QUESTION = Duration.ofDays(1);
    private static final Duration PROPOSAL = Duration.ofMinutes(10);

    long chat() {
        return user.telegramId();
    }

    /** The same at another desk. */
    Turn at(Desk other) {
        return new Turn(other, user, isOperator, now);
    }

    Speech speech() {
        return new Speech(Answering.class, user.config().language().locale());
    }

    Recipient recipient() {
        Set<String> tiers = user.config().follows().tiers().stream()
                .map(HeldTier::toString)
                .collect(Collectors.toUnmodifiableSet());
        return new Recipient(user.id(), chat(), user.config().language().locale(), tiers);
    }

    Optional<BotCommand> command(String name) {
        return desk.commands().named(name, isOperator);
    }

    BotReply unknown(String name) {
        String near = desk.commands().near(name, isOperator);
        return near == null ? speech().say("unknown", name) : speech().say("unknown.near", name, near);
    }

    BotRequest written(String words, @Nullable String topic, @Nullable Long answers) {
        return new BotRequest(recipient(), words, topic, false, false, answers, now);
    }

    BotRequest pressed(String words, @Nullable Long below, boolean isConfirmed) {
        return new BotRequest(recipient(), words, null, isConfirmed, true, below, now);
    }

    /** Asks a command. Nobody keeps a desk for one that takes its time. */
    Step run(BotCommand command, BotRequest request) {
        if (command instanceof Unhurried) {
            return new Step.Later(() -> {
                List<BotReply> replies = asked(command, request);
                return other -> at(other).done(command, request, replies);
            });
        }
        return done(command, request, asked(command, request));
    }

    private List<BotReply> asked(BotCommand command, BotRequest request) {
        try {
            return command.answer(request);
        } catch (PluginException e) {
            if (e.kind() == ErrorKind.USAGE && e.getCause() instanceof MilesbotException why) {
                return List.of(wrong(request, why));
            }
            log.warn("a command of the plug-in {} did not answer; the person was told so", e.plugin(), e);
            return List.of(speech().say("apology"));
        } catch (MilesbotException e) {
            if (e.kind() != ErrorKind.USAGE) {
                throw e;
            }
            return List.of(wrong(request, e));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the command " + command.name() + " failed", e);
        }
    }

    /** Whoever answers a question wrongly may answer it again. */
    private BotReply wrong(BotRequest request, MilesbotException e) {
        String why = e.text().in(user.config().language().locale());
        Message message = speech().message("wrong", Html.escaped(why, LONGEST_SENTENCE));
        String topic = request.topic();
        return topic == null ? BotReply.say(message) : new Ask(message, topic);
    }

    private Step done(BotCommand command, BotRequest request, List<BotReply> replies) {
        Open question = null;
        List<BotReply> said = new ArrayList<>();
        for (BotReply reply : replies) {
            if (reply instanceof Ask ask) {
                question = new Open(command.name(), ask.topic());
                said.add(BotReply.show(ask.message()));
            } else {
                said.add(reply instanceof Confirm confirm ? proposed(command, confirm) : settled(request, reply));
            }
        }
        keep(command, request, question);
        return new Step.Done(said);
    }

    /** What was to be confirmed does not stay as a question. */
    private static BotReply settled(BotRequest request, BotReply reply) {
        return request.isConfirmed() && reply instanceof BotReply.Notice notice
                ? BotReply.show(new Message(Escape.html(notice.text()), List.of(), false, null))
                : reply;
    }

    /** A button elsewhere does not end the question that somebody is at. */
    private void keep(BotCommand command, BotRequest request, @Nullable Open question) {
        boolean isElsewhere = request.isPressed()
                && question == null
                && desk.conversations()
                        .open(chat(), now)
                        .filter(open -> open.command().equals(command.name()))
                        .isEmpty();
        if (!isElsewhere) {
            desk.conversations().ask(chat(), question, now.plus(QUESTION));
        }
    }

    private BotReply proposed(BotCommand command, Confirm confirm) {
        return propose(confirm.message(), new Proposal(command.name(), confirm.words()));
    }

    /** Asks to confirm something. */
    BotReply propose(Message question, Proposal proposal) {
        long number = desk.proposals().propose(chat(), proposal, now, now.plus(PROPOSAL));
        return BotReply.show(Answering.asking(question, number, speech()));
    }
}
