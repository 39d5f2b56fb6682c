package org.milesbot.notify.message;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.notify.Message;

/** Writes messages to the operator, about how milesbot does. Pure, and safe for use by several threads. */
public final class OperatorLetters {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final int LONGEST_PROBLEM = 500;

    private final Phrases phrases;

    /**
     * @param language the language that the operator is spoken to in
     */
    public OperatorLetters(Locale language) {
        phrases = new Phrases(language);
    }

    /** A source fails, is silent, or is back. */
    public Message source(SourceTrouble trouble) {
        String problem = trouble.problem();
        Html words = problem == null ? Html.NONE : Html.escaped(problem, LONGEST_PROBLEM);
        return letter(Html.lines(
                phrases.say("operator." + trouble.kind().slug(), trouble.source()),
                more(trouble),
                words.isEmpty() ? Html.NONE : phrases.say("operator.problem", words),
                trouble.kind() == SourceTrouble.Kind.RECOVERED
                        ? Html.NONE
                        : phrases.say("operator.source.command", trouble.source())));
    }

    /**
     * Messages that nobody will get.
     *
     * @param count how many there are
     * @param reason what was said when the newest was refused, as it came from outside, or null
     */
    public Message deadLetters(long count, @Nullable String reason) {
        return letter(Html.lines(
                phrases.say("operator.dead", count),
                reason == null ? Html.NONE : phrases.say("operator.dead.reason", Html.escaped(reason, LONGEST_PROBLEM)),
                phrases.say("operator.dead.command")));
    }

    /**
     * Telegram said that messages came too fast.
     *
     * @param times how often
     * @param longest the longest wait that it asked for
     */
    public Message slowedDown(long times, Duration longest) {
        return letter(phrases.say("operator.slowed", times, phrases.whole(longest.toSeconds())));
    }

    /**
     * A channel does not let milesbot in, so that nobody is reached by it.
     *
     * @param channel the channel's name
     * @param reason in the channel's words
     */
    public Message locked(String channel, String reason) {
        return letter(Html.lines(
                phrases.say("operator.locked", channel),
                phrases.say("operator.problem", Html.escaped(reason, LONGEST_PROBLEM)),
                phrases.say("operator.locked.more")));
    }

    /**
     * What the operators tell everybody.
     *
     * @param bodies each as plain text of several lines
     */
    public static Message broadcast(List<String> bodies, boolean isSilent) {
        Stream<Html> blocks = bodies.stream()
                .map(body -> Html.join(
                        "\n",
                        body.lines()
                                .map(line -> line.isBlank() ? new Html(" ") : new Html(Escape.html(line)))
                                .toList()));
        return new Message("📣 " + Html.join("\n\n📣 ", blocks.toList()).value(), List.of(), isSilent, null);
    }

    private Html more(SourceTrouble trouble) {
        Instant since = trouble.since();
        String key = "operator." + trouble.kind().slug();
        return since == null
                ? phrases.say(key + ".unknown", trouble.failures(), "", trouble.outcome())
                : phrases.say(
                        key + ".more",
                        trouble.failures(),
                        WHEN.format(since.atZone(Zones.SAO_PAULO)),
                        trouble.outcome());
    }

    private static Message letter(Html html) {
        return new Message(html.value(), List.of(), false, null);
    }
}
