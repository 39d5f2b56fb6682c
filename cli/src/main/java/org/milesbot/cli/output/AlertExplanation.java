package org.milesbot.cli.output;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.output.Console.Stream;
import org.milesbot.store.alert.Explained;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;

/** Prints why someone was told of a promo, or was not. */
public final class AlertExplanation {

    private final Console console;

    public AlertExplanation(Console console) {
        this.console = console;
    }

    /** Prints it for a person, or as a line of JSON. */
    public void print(Explained explained, boolean json) {
        if (json) {
            console.out().println(JsonLine.of(fields(explained)));
            return;
        }
        AlertWords words = new AlertWords(console.locale());
        PrintWriter out = console.out();
        out.println(console.look().bold(Cell.clean(explained.promo().title()), Stream.OUT));
        score(words, explained).lines().forEach(out::println);
        out.println(words.say("why.conditions"));
        explained.conditions().forEach((name, holds) -> out.println("  " + words.condition(name, holds)));
        if (explained.quietUntil() != null) {
            out.println("  " + words.quiet(explained.quietUntil()));
        }
        out.println(words.say("why.events", explained.matches().size()));
        explained.matches().forEach(match -> out.println("  " + words.match(match)));
        out.println(words.say("why.alerts", explained.alerts().size()));
        explained.alerts().forEach(alert -> out.println("  " + alert(words, alert)));
    }

    private static String score(AlertWords words, Explained explained) {
        Score score = explained.score();
        if (score == null) {
            return words.say("why.score.none", explained.threshold());
        }
        ScoreParts parts = score.parts();
        return words.say(
                "why.score",
                BigDecimal.valueOf(score.value()),
                explained.threshold(),
                parts.freshness(),
                parts.provenance(),
                parts.structure(),
                parts.hitRate());
    }

    private static String alert(AlertWords words, Explained.Kept alert) {
        return words.say("why.alert", String.valueOf(alert.id()), alert.reason(), words.state(alert));
    }

    private static Map<String, @Nullable Object> fields(Explained explained) {
        Score score = explained.score();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("promo", explained.promo().id());
        fields.put("title", explained.promo().title());
        fields.put("score", score == null ? null : BigDecimal.valueOf(score.value()));
        fields.put("score_parts", score == null ? null : parts(score.parts()));
        fields.put("threshold", explained.threshold());
        fields.put("conditions", explained.conditions());
        fields.put("quiet_until", explained.quietUntil() == null ? null : EventOutput.time(explained.quietUntil()));
        fields.put(
                "events",
                explained.matches().stream().map(AlertExplanation::fields).toList());
        fields.put(
                "alerts",
                explained.alerts().stream().map(AlertExplanation::fields).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> parts(ScoreParts parts) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("freshness", BigDecimal.valueOf(parts.freshness()));
        fields.put("provenance", BigDecimal.valueOf(parts.provenance()));
        fields.put("structure", BigDecimal.valueOf(parts.structure()));
        fields.put("hit_rate", BigDecimal.valueOf(parts.hitRate()));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Explained.Match match) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", match.kind().slug());
        fields.put("detail", match.detail());
        fields.put("matched_at", EventOutput.time(match.matchedAt()));
        fields.put("urgent", match.isUrgent());
        fields.put("skipped", match.skipped());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Explained.Kept alert) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", alert.id());
        fields.put("reason", alert.reason());
        fields.put("detail", alert.detail());
        fields.put("state", alert.state());
        fields.put("created_at", EventOutput.time(alert.createdAt()));
        fields.put("due_at", EventOutput.time(alert.dueAt()));
        fields.put("ended_at", alert.endedAt() == null ? null : EventOutput.time(alert.endedAt()));
        fields.put("note", alert.note());
        return fields;
    }
}
