package org.milesbot.cli.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.bot.Pace.Pass;
import org.milesbot.cli.bot.command.Speech;
import org.milesbot.notify.telegram.Incoming;
import org.milesbot.notify.telegram.Incoming.Membership;
import org.milesbot.notify.telegram.Incoming.Person;
import org.milesbot.notify.telegram.Incoming.Pressed;
import org.milesbot.notify.telegram.Incoming.Said;
import org.milesbot.notify.telegram.Incoming.Sort;
import org.milesbot.store.bot.Conversations.Open;
import org.milesbot.store.bot.Proposals.Proposal;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.User;

/** Decides what answers whatever people say, press or do. Safe for use by several threads. */
final class Answering {

    /** A button to confirm something, before the number of the proposal. */
    static final String CONFIRM = "ok";

    /** A button to let it be. */
    static final String CANCEL = "no";

    private static final Pattern COMMAND =
            Pattern.compile("/([\\p{L}\\p{M}0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_A_MINUTE = 30;

    private final Manner manner;
    private final Clock clock;
    private final @Nullable FreeText freeText;
    private final Pace pace = new Pace(MOST_A_MINUTE, MINUTE);
    private final Pace groups = new Pace(1, Duration.ofHours(1));

    Answering(Manner manner, Clock clock, @Nullable FreeText freeText) {
        this.manner = manner;
        this.clock = clock;
        this.freeText = freeText;
    }

    /** What comes of an update; in the transaction that takes it out of the inbox. */
    Step answer(Desk desk, Incoming incoming) {
        if (incoming instanceof Said said) {
            return said(desk, said);
        }
        if (incoming instanceof Pressed pressed) {
            return pressed(desk, pressed);
        }
        if (incoming instanceof Membership membership) {
            membership(desk, membership);
        }
        return Step.Done.silently();
    }

    /** What is said when something of ours went wrong. */
    static BotReply apology(Locale language) {
        return new Speech(Answering.class, language).say("apology");
    }

    /** In which language somebody is spoken to of whom nothing is known but what Telegram says. */
    static Locale language(Incoming incoming) {
        Person person = incoming instanceof Said said
                ? said.person()
                : incoming instanceof Pressed pressed ? pressed.person() : null;
        return person == null
                ? Newcomers.PORTUGUESE
                : Newcomers.language(person).locale();
    }

    private Step said(Desk desk, Said said) {
        if (said.person().isBot() || isIdleEdit(said)) {
            return Step.Done.silently();
        }
        if (!said.chat().isPrivate()) {
            return said(said);
        }
        Instant now = clock.instant();
        Pass pass = pace.ask(said.person().id(), now);
        if (pass == Pass.IGNORE) {
            return Step.Done.silently();
        }
        if (pass == Pass.WARN) {
            return done(new Speech(Answering.class, language(said)).say("too_often", MOST_A_MINUTE));
        }
        User user = Newcomers.known(desk.users(), said.chat().id(), said.person(), now);
        Turn turn = new Turn(desk, user, manner.isOperator(said.person().id()), now);
        return written(turn, said);
    }

    /** What is not a command was read before it was changed. */
    private static boolean isIdleEdit(Said said) {
        return said.sort() == Sort.EDITED && !said.text().startsWith("/");
    }

    /** A group cannot drive the bot; whoever calls it by name there is told where it can be asked. */
    private Step said(Said said) {
        String name = "@" + manner.username().toLowerCase(Locale.ROOT);
        boolean isMeant = said.text().toLowerCase(Locale.ROOT).contains(name);
        return isMeant && groups.ask(said.chat().id(), clock.instant()) == Pass.ANSWER
                ? done(new Speech(Answering.class, language(said))
                        .say(List.of(List.of(manner.link(language(said)))), "in_private"))
                : Step.Done.silently();
    }

    private Step written(Turn turn, Said said) {
        String text = said.text().strip();
        Matcher command = COMMAND.matcher(text);
        if (said.sort() != Sort.FORWARDED && command.matches()) {
            return command(turn, said, command);
        }
        if (text.isEmpty()) {
            return done(turn.speech().say("sort." + said.sort().name().toLowerCase(Locale.ROOT)));
        }
        Optional<Open> question = turn.desk().conversations().open(turn.chat(), turn.now());
        if (question.isPresent()) {
            Optional<BotCommand> asked = turn.command(question.get().command());
            if (asked.isPresent()
                    && (said.sort() != Sort.FORWARDED || asked.get().takesForwarded())) {
                BotRequest request = turn.written(text, question.get().topic(), said.answers());
                return turn.run(asked.get(), request);
            }
        }
        return free(turn, said, text);
    }

    private Step command(Turn turn, Said said, Matcher command) {
        String addressee = command.group(2);
        if (addressee != null && !addressee.equalsIgnoreCase(manner.username())) {
            return Step.Done.silently();
        }
        String words = Optional.ofNullable(command.group(3)).orElse("").strip();
        Optional<BotCommand> found = turn.command(command.group(1));
        if (found.isEmpty()) {
            return done(turn.unknown(command.group(1)));
        }
        Step step = turn.run(found.get(), turn.written(words, null, said.answers()));
        boolean isNothingRead = found.get().name().equals(manner.reader()) && isSilent(step);
        return isNothingRead ? done(turn.speech().say("no_announcement")) : step;
    }

    private static boolean isSilent(Step step) {
        return step instanceof Step.Done done && done.replies().isEmpty();
    }

    /** An announcement is read; what else is written freely goes to whoever understands it. */
    private Step free(Turn turn, Said said, String text) {
        BotRequest request = turn.written(text, null, said.answers());
        boolean isForwarded = said.sort() == Sort.FORWARDED;
        Optional<BotCommand> reader = turn.command(manner.reader());
        if (reader.isPresent()) {
            Step read = turn.run(reader.get(), request);
            if (!isSilent(read)) {
                return read;
            }
        }
        if (isForwarded) {
            return done(turn.speech().say("no_announcement"));
        }
        if (!turn.user().config().ai()) {
            return done(turn.speech().say("not_understood"));
        }
        return freeText == null ? done(turn.speech().say("ai.absent")) : freeText.understand(turn, request);
    }

    private Step pressed(Desk desk, Pressed pressed) {
        Instant now = clock.instant();
        Speech stranger = new Speech(Answering.class, language(pressed));
        if (!pressed.chat().isPrivate()) {
            return done(stranger.notice("in_private"));
        }
        Pass pass = pace.ask(pressed.person().id(), now);
        if (pass != Pass.ANSWER) {
            return done(stranger.notice("too_often", MOST_A_MINUTE));
        }
        User user = Newcomers.known(desk.users(), pressed.chat().id(), pressed.person(), now);
        Turn turn = new Turn(desk, user, manner.isOperator(pressed.person().id()), now);
        int colon = pressed.data().indexOf(':');
        String name = colon < 0 ? pressed.data() : pressed.data().substring(0, colon);
        String words = colon < 0 ? "" : pressed.data().substring(colon + 1);
        if (name.equals(CONFIRM) || name.equals(CANCEL)) {
            return decided(turn, name.equals(CONFIRM), words);
        }
        return turn.command(name)
                .map(command -> turn.run(command, turn.pressed(words, pressed.messageId(), false)))
                .orElseGet(() -> done(turn.speech().notice("old_button")));
    }

    private Step decided(Turn turn, boolean isConfirmed, String number) {
        Optional<Proposal> taken = number.matches("[0-9]{1,18}")
                ? turn.desk().proposals().take(turn.chat(), Long.parseLong(number), turn.now())
                : Optional.empty();
        if (taken.isEmpty()) {
            return done(turn.speech().show("proposal_over"));
        }
        if (!isConfirmed) {
            return done(turn.speech().show("cancelled"));
        }
        Proposal proposal = taken.get();
        return turn.command(proposal.command())
                .map(command -> turn.run(command, turn.pressed(proposal.words(), null, true)))
                .orElseGet(() -> done(turn.speech().notice("old_button")));
    }

    private void membership(Desk desk, Membership membership) {
        desk.users().findByTelegram(membership.chat().id()).ifPresent(user -> {
            if (!membership.isMember()) {
                desk.users().disable(user.id(), new Disabled(clock.instant(), "the bot was blocked or removed"));
            } else if (user.disabled() != null) {
                desk.users().enable(user.id());
            }
        });
    }

    private static Step done(BotReply reply) {
        return new Step.Done(List.of(reply));
    }

    /** The buttons below a question to confirm. */
    static Message asking(Message question, long proposal, Speech speech) {
        List<Button> decide = List.of(
                speech.button(CONFIRM + ":" + proposal, "button.confirm"),
                speech.button(CANCEL + ":" + proposal, "button.cancel"));
        return question.withButtons(
                Stream.concat(question.buttons().stream(), Stream.of(decide)).toList());
    }
}
