package org.milesbot.cli.output;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.output.Console.Stream;
import org.milesbot.store.alert.Explained;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;

/** Prints why someone was told of a promo, or was not. */
public final class AlertExplanation {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

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
        PrintWriter out = console.out();
        out.println(console.look().bold(Cell.clean(explained.promo().title()), Stream.OUT));
        score(explained).lines().forEach(out::println);
        out.println(say("why.conditions"));
        explained
                .conditions()
                .forEach((name, holds) ->
                        out.println("  " + say(holds ? "why.yes" : "why.no") + " " + say("why.condition." + name)));
        if (explained.quietUntil() != null) {
            out.println("  " + say("why.quiet", when(explained.quietUntil())));
        }
        out.println(say("why.events", explained.matches().size()));
        explained.matches().forEach(match -> out.println("  " + match(match)));
        out.println(say("why.alerts", explained.alerts().size()));
        explained.alerts().forEach(alert -> out.println("  " + alert(alert)));
    }

    private String score(Explained explained) {
        Score score = explained.score();
        if (score == null) {
            return say("why.score.none", explained.threshold());
        }
        ScoreParts parts = score.parts();
        return say(
                "why.score",
                BigDecimal.valueOf(score.value()),
                explained.threshold(),
                parts.freshness(),
                parts.provenance(),
                parts.structure(),
                parts.hitRate());
    }

    private String match(Explained.Match match) {
        String what = say("why.event." + match.kind().slug(), Cell.clean(match.detail()));
        String end = match.skipped() == null
                ? say(match.isUrgent() ? "why.urgent" : "why.looked")
                : say("why.skipped." + match.skipped());
        return say("why.match", when(match.matchedAt()), what, end);
    }

    private String alert(Explained.Kept alert) {
        Instant time = alert.endedAt() == null ? alert.dueAt() : alert.endedAt();
        String note = alert.note() == null ? "" : " (" + Cell.clean(alert.note()) + ")";
        return say(
                        "why.alert",
                        String.valueOf(alert.id()),
                        alert.reason(),
                        say("why.state." + alert.state(), when(time)))
                + note;
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

    private static String when(Instant time) {
        return WHEN.format(time.atZone(Zones.SAO_PAULO));
    }

    private String say(String key, Object... arguments) {
        return Text.of(AlertExplanation.class, key, arguments).in(console.locale());
    }
}
