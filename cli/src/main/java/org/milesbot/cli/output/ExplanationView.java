package org.milesbot.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.promo.Rule;
import org.milesbot.scrapers.extract.promo.Rule.Stage;
import org.milesbot.scrapers.extract.promo.TraceEntry;

/** How an announcement was read, for people: its text, what the rules said, and each promo with where it comes from. */
public final class ExplanationView {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final int FIELDS = 16;
    private static final Set<Rule> REASONS = EnumSet.of(Rule.NO_OFFER, Rule.GUIDE, Rule.LACKING, Rule.NO_TAKER);
    private static final Set<String> OF_THE_ANNOUNCEMENT =
            Set.of("title", "url", "source", "published_at", "score", "state", "date_suspect", "evidence");
    private static final List<String> WINDOW = List.of("start", "end");
    private static final List<String> GAIN = List.of("bonus_pct", "base_pct", "start", "end");
    private static final Map<String, List<String>> EXPECTED = Map.of(
            PromoKind.TRANSFER_BONUS.value(), List.of("origins", "bonus_pct", "base_pct", "start", "end"),
            PromoKind.INTERNAL_TRANSFER.value(), GAIN,
            PromoKind.POINTS_PURCHASE.value(), GAIN);

    private final Console console;
    private final PromoJson json;

    /**
     * @param json writes the fields of promos
     */
    public ExplanationView(Console console, PromoJson json) {
        this.console = console;
        this.json = json;
    }

    /** Prints it. */
    public void print(ExplainedAnnouncement explained) {
        heading(say("explain.text"));
        published(explained);
        new MarkedText(console, explained.explanation()).print();
        for (Stage stage : Stage.values()) {
            rules(stage, explained.explanation().said());
        }
        promos(explained);
    }

    private void published(ExplainedAnnouncement explained) {
        String time = TIME.format(explained.announcement().publishedAt().atZone(Zones.SAO_PAULO));
        String from = say("explain.published." + explained.published().name().toLowerCase(Locale.ROOT));
        new Paragraph(console.look(), 0)
                .add(say("explain.published", time, from), Tint.DIM)
                .print(console.out());
    }

    private void rules(Stage stage, List<TraceEntry> said) {
        List<TraceEntry> entries = said.stream()
                .filter(entry -> RuleList.says(entry, stage))
                .filter(entry -> !REASONS.contains(entry.rule()) && entry.rule() != Rule.NO_PROMO)
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        section(say("explain.rules", stage.meaning().in(console.locale())));
        RuleList list = new RuleList(console);
        if (stage == Stage.MENTION) {
            list.printMentions(entries);
        } else {
            list.print(entries);
        }
    }

    private void promos(ExplainedAnnouncement explained) {
        List<ReportedPromo> promos = explained.promos();
        List<Map<String, TraceEntry>> fields = explained.explanation().fields();
        for (int i = 0; i < promos.size(); i++) {
            section(say("explain.promo", Integer.toString(i + 1), Integer.toString(promos.size())));
            promo(json.tree(promos.get(i)), fields.get(i));
        }
        if (promos.isEmpty()) {
            section(say("explain.none"));
            List<TraceEntry> reasons = explained.explanation().said().stream()
                    .filter(entry -> REASONS.contains(entry.rule()))
                    .toList();
            if (reasons.isEmpty()) {
                console.out().println(Rule.NO_PROMO.meaning().in(console.locale()));
            }
            new RuleList(console).print(reasons);
        }
    }

    private void promo(JsonNode promo, Map<String, TraceEntry> fields) {
        List<String> expected = EXPECTED.getOrDefault(promo.path("kind").asText(), WINDOW);
        List<String> untold = new ArrayList<>();
        promo.properties().forEach(field -> {
            if (isTold(field.getValue()) && !OF_THE_ANNOUNCEMENT.contains(field.getKey())) {
                field(field.getKey(), field.getValue(), fields.get(field.getKey()));
            } else if (expected.contains(field.getKey())) {
                untold.add(field.getKey());
            }
        });
        if (!untold.isEmpty()) {
            new Paragraph(console.look(), FIELDS)
                    .label("  " + say("explain.untold"), Tint.DIM)
                    .add(String.join(", ", untold))
                    .print(console.out());
        }
    }

    private void field(String name, JsonNode value, @Nullable TraceEntry entry) {
        Paragraph paragraph = new Paragraph(console.look(), FIELDS)
                .label("  " + name, Tint.PLAIN)
                .add(written(value), Tint.BOLD);
        if (entry != null && entry.place() != null) {
            paragraph.add(" ← ").add("“" + RuleList.words(entry.place()) + "”", Tint.YELLOW);
            paragraph.add(" (" + (entry.place().block() + 1) + ") ", Tint.DIM);
            paragraph.add(entry.rule().slug(), Tint.CYAN);
            paragraph.add(" (" + entry.rule().meaning().in(console.locale()) + ")", Tint.DIM);
        }
        paragraph.print(console.out());
    }

    private static boolean isTold(JsonNode value) {
        return !value.isNull() && !(value.isContainerNode() && value.isEmpty());
    }

    private static String written(JsonNode value) {
        if (!value.isContainerNode()) {
            return value.asText();
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(ExplanationView::written)
                .collect(Collectors.joining(value.isArray() ? ", " : " "));
    }

    private void section(String words) {
        console.out().println();
        heading(words);
    }

    private void heading(String words) {
        new Paragraph(console.look(), 0).add(words, Tint.BOLD).print(console.out());
    }

    private String say(String key, Object... arguments) {
        return Text.of(ExplanationView.class, key, arguments).in(console.locale());
    }
}
