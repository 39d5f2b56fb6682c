package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.bot.assistant.Score;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Judged;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Mark;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.wiring.Assistants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets the language model that is set read the corpus of utterances, and says how well it did. */
@Command(name = "eval")
final class BotEvalCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--live")
    boolean isLive;

    BotEvalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!isLive) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(BotEvalCommand.class, "bot.eval.live"));
        }
        Score score = Assistants.score(
                session.settings().services().assistant(),
                session.wiring().names().slugs(),
                this::print);
        if (!session.json()) {
            summarize(score);
        }
        return score.count(Mark.UNANSWERED) > 0 ? ExitCode.EXTERNAL : ExitCode.OK;
    }

    private void print(Judged judged) {
        if (session.json()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("words", judged.words());
            fields.put("tool", judged.tool());
            fields.put("expected", judged.expected());
            fields.put("got", judged.got());
            fields.put("mark", judged.mark().name().toLowerCase(Locale.ROOT));
            fields.put("tokens_in", judged.tokens().in());
            fields.put("tokens_out", judged.tokens().out());
            session.console().out().println(JsonLine.of(fields));
        } else if (judged.mark() != Mark.EXACT) {
            session.console()
                    .say(Text.of(
                            BotEvalCommand.class,
                            "bot.eval.miss",
                            judged.words(),
                            String.join(" | ", judged.expected()),
                            judged.got()));
        }
        session.console().flush();
    }

    private void summarize(Score score) {
        score.byTool().forEach((tool, marks) -> session.console().out().println(line(tool, marks)));
        int all = score.judged().size();
        session.console()
                .say(Text.of(
                        BotEvalCommand.class,
                        "bot.eval.sum",
                        score.count(Mark.EXACT),
                        all,
                        score.tokens().in(),
                        score.tokens().out()));
    }

    private static String line(String tool, Map<Mark, Integer> marks) {
        List<String> parts = marks.entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .toList();
        return String.format(Locale.ROOT, "%-10s %s", tool, String.join(", ", parts));
    }
}
