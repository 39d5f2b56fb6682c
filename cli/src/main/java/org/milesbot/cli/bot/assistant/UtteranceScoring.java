package org.milesbot.cli.bot.assistant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.milesbot.cli.bot.assistant.UtteranceCorpus.Expected;
import org.milesbot.cli.bot.assistant.UtteranceCorpus.Typed;
import org.milesbot.notify.assistant.Assistant;
import org.milesbot.notify.assistant.Suggestion;
import org.milesbot.notify.assistant.Tokens;
import org.milesbot.notify.assistant.Utterance;

/** Lets a language model read the corpus, and judges what it made of it by the commands that would be run. */
public final class UtteranceScoring {

    /** Of a tool that is expected, for what must call none. */
    public static final String NO_TOOL = "-";

    private static final int MOST_OUTAGES = 3;

    /** How right it was. */
    public enum Mark {
        /** One of the expected commands, or none where none was expected. */
        EXACT,
        /** The right command with other arguments. */
        PARTLY,
        /** Another command, or none, or one where none was expected. */
        WRONG,
        /** The model could not be asked. */
        UNANSWERED
    }

    /**
     * What became of one utterance.
     *
     * @param words what was typed
     * @param tool which tool was expected first, or {@link #NO_TOOL}
     * @param expected the commands that are right
     * @param got the command that came out, or what did instead
     */
    public record Judged(String words, String tool, List<String> expected, String got, Mark mark, Tokens tokens) {

        /** Copies the list. */
        public Judged {
            expected = List.copyOf(expected);
        }
    }

    private final Assistant assistant;
    private final CommandTools tools;

    /**
     * @param assistant one that takes {@link UtteranceCorpus#CLOCK} for the day
     * @param programs the slugs of the programmes and banks that are known
     */
    public UtteranceScoring(Assistant assistant, Collection<String> programs) {
        this.assistant = assistant;
        this.tools = new CommandTools(programs, UtteranceCorpus.CLOCK);
    }

    /**
     * Judges all of it, one after the other, and gives up when the model cannot be asked three times in a row.
     *
     * @param each hears of each as soon as it is judged
     */
    public Score run(List<Typed> corpus, Consumer<Judged> each) {
        List<Judged> judged = new ArrayList<>();
        int outages = 0;
        for (Typed typed : corpus) {
            Judged one = outages < MOST_OUTAGES
                    ? judge(typed, assistant.understand(Utterance.of(typed.words()), tools.offered()))
                    : judged(typed, "", Mark.UNANSWERED, Tokens.NONE);
            outages = one.mark() == Mark.UNANSWERED ? outages + 1 : 0;
            judged.add(one);
            each.accept(one);
        }
        return new Score(judged);
    }

    private Judged judge(Typed typed, Suggestion suggestion) {
        Tokens tokens = suggestion.tokens();
        if (suggestion instanceof Suggestion.Unavailable unavailable) {
            return judged(typed, unavailable.outage().name(), Mark.UNANSWERED, tokens);
        }
        boolean isNoneExpected = typed.expected().isEmpty();
        if (suggestion instanceof Suggestion.Call call) {
            Optional<CommandLine> line = tools.line(call);
            String got = line.map(CommandLine::toString)
                    .orElse(call.tool() + " " + call.arguments().values());
            if (line.isPresent() && lines(typed).contains(got)) {
                return judged(typed, got, Mark.EXACT, tokens);
            }
            boolean isRightTool =
                    typed.expected().stream().anyMatch(each -> each.tool().equals(call.tool()));
            return judged(typed, got, isRightTool ? Mark.PARTLY : Mark.WRONG, tokens);
        }
        String said = suggestion instanceof Suggestion.Words words ? words.text() : "";
        return judged(typed, said, isNoneExpected ? Mark.EXACT : Mark.WRONG, tokens);
    }

    private Judged judged(Typed typed, String got, Mark mark, Tokens tokens) {
        String tool =
                typed.expected().isEmpty() ? NO_TOOL : typed.expected().get(0).tool();
        return new Judged(typed.words(), tool, lines(typed), got, mark, tokens);
    }

    /** The commands that are right. */
    private List<String> lines(Typed typed) {
        return typed.expected().stream()
                .flatMap(each -> line(each).stream())
                .map(CommandLine::toString)
                .toList();
    }

    /** The command of an expected call; nothing if the corpus expects what is not to be had. */
    Optional<CommandLine> line(Expected expected) {
        return tools.offered().stream()
                .filter(tool -> tool.name().equals(expected.tool()))
                .findFirst()
                .flatMap(tool -> tool.checked(expected.arguments()))
                .flatMap(arguments -> tools.line(new Suggestion.Call(expected.tool(), arguments, Tokens.NONE)));
    }
}
