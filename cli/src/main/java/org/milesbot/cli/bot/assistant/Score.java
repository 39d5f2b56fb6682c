package org.milesbot.cli.bot.assistant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Judged;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Mark;
import org.milesbot.notify.assistant.Tokens;

/**
 * How well a language model read the corpus.
 *
 * @param judged each utterance, in order
 */
public record Score(List<Judged> judged) {

    /** Copies the list. */
    public Score {
        judged = List.copyOf(judged);
    }

    /** How many of each mark, by the tool that was expected. */
    public Map<String, Map<Mark, Integer>> byTool() {
        Map<String, Map<Mark, Integer>> counts = new TreeMap<>();
        judged.forEach(each -> counts.computeIfAbsent(each.tool(), tool -> new EnumMap<>(Mark.class))
                .merge(each.mark(), 1, Integer::sum));
        return counts;
    }

    /** How many have a mark. */
    public long count(Mark mark) {
        return judged.stream().filter(each -> each.mark() == mark).count();
    }

    /** What it cost. */
    public Tokens tokens() {
        return new Tokens(
                judged.stream().mapToLong(each -> each.tokens().in()).sum(),
                judged.stream().mapToLong(each -> each.tokens().out()).sum());
    }
}
