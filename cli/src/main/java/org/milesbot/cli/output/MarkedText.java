package org.milesbot.cli.output;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Promo;
import org.milesbot.scrapers.extract.Explanation;
import org.milesbot.scrapers.extract.promo.Rule;
import org.milesbot.scrapers.extract.promo.Rule.Stage;
import org.milesbot.scrapers.extract.promo.TraceEntry;
import org.milesbot.scrapers.extract.promo.TracePlace;
import org.milesbot.scrapers.extract.text.Block;
import org.milesbot.scrapers.extract.text.Span;

/**
 * The text of an announcement with what is mentioned in brackets and its role beside it, and what is set aside in
 * braces with the reason, so that it can be read without colours too.
 */
final class MarkedText {

    private static final int MARGIN = 15;
    private static final Map<Rule, Tint> TINTS = Map.of(
            Rule.PROGRAMME, Tint.CYAN,
            Rule.AIRLINE, Tint.CYAN,
            Rule.TRAP, Tint.RED,
            Rule.PLACE, Tint.BLUE,
            Rule.PERCENT, Tint.GREEN,
            Rule.DATE, Tint.MAGENTA,
            Rule.TIME, Tint.MAGENTA,
            Rule.AMOUNT, Tint.YELLOW);
    private static final String NEUTRAL = "neutral";
    private static final Set<String> UNTOLD = Set.of("none", "itself");

    private record Mark(Span span, Tint tint, String label) {}

    private record Region(Span span, String reason) {}

    private final Console console;
    private final Explanation explanation;
    private final Map<Span, List<TraceEntry>> roles;
    private final Map<Integer, Mark> marks = new LinkedHashMap<>();
    private final Map<Integer, Region> asides = new LinkedHashMap<>();

    MarkedText(Console console, Explanation explanation) {
        this.console = console;
        this.explanation = explanation;
        this.roles = explanation.said().stream()
                .filter(entry -> entry.rule().stage() == Stage.ROLE && entry.rule() != Rule.ASIDE)
                .filter(entry -> !UNTOLD.contains(entry.said().value()))
                .collect(Collectors.groupingBy(MarkedText::spanOf));
        explanation.said().stream()
                .filter(entry -> TINTS.containsKey(entry.rule()))
                .sorted(Comparator.comparingInt(MarkedText::length).reversed())
                .forEach(this::mark);
        Region last = null;
        for (TraceEntry entry : explanation.said()) {
            if (entry.rule() == Rule.ASIDE || entry.rule() == Rule.OTHER_TAKER) {
                last = setAside(entry, last);
            }
        }
    }

    void print() {
        List<Block> blocks = explanation.text().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String kind = Text.of(MarkedText.class, "block." + block.kind()).in(console.locale());
            Paragraph paragraph = new Paragraph(console.look(), MARGIN)
                    .label(String.format(console.locale(), "%3d %s", i + 1, kind), Tint.DIM);
            write(block.span(), paragraph);
            paragraph.print(console.out());
        }
    }

    private void write(Span block, Paragraph paragraph) {
        Region aside = null;
        int at = block.start();
        while (at < block.end()) {
            if (asides.containsKey(at)) {
                aside = Objects.requireNonNull(asides.get(at));
                paragraph.add("{" + aside.reason() + ": ", Tint.DIM);
            }
            at = write(at, block.end(), aside != null, paragraph);
            if (aside != null && at >= aside.span().end()) {
                paragraph.add("}", Tint.DIM);
                aside = null;
            }
        }
    }

    /** Writes one mention or one letter, and says where the next begins. */
    private int write(int at, int end, boolean aside, Paragraph paragraph) {
        Mark mark = marks.get(at);
        if (mark == null || mark.span().end() > end) {
            boolean struck = explanation.text().isStruck(at);
            boolean begins = struck && (at == 0 || !explanation.text().isStruck(at - 1));
            String letter = Character.toString(explanation.text().text().codePointAt(at));
            boolean ends = struck && !explanation.text().isStruck(at + letter.length());
            paragraph.add((begins ? "~~" : "") + letter + (ends ? "~~" : ""), aside || struck ? Tint.DIM : Tint.PLAIN);
            return at + letter.length();
        }
        paragraph.add("[", Tint.DIM);
        paragraph.add(explanation.text().words(mark.span()), aside ? Tint.DIM : mark.tint());
        paragraph.add((mark.label().isEmpty() ? "" : ": " + mark.label()) + "]", Tint.DIM);
        return mark.span().end();
    }

    private static int length(TraceEntry entry) {
        Span span = spanOf(entry);
        return span.end() - span.start();
    }

    /** Of two mentions that overlap, the longer one is shown. */
    private void mark(TraceEntry entry) {
        Span span = spanOf(entry);
        boolean free = marks.values().stream()
                .noneMatch(mark -> mark.span().start() < span.end()
                        && span.start() < mark.span().end());
        if (free) {
            marks.put(span.start(), new Mark(span, Objects.requireNonNull(TINTS.get(entry.rule())), label(entry)));
        }
    }

    private String label(TraceEntry mention) {
        Set<String> labels = new LinkedHashSet<>();
        for (TraceEntry role : roles.getOrDefault(spanOf(mention), List.of())) {
            boolean neutral = role.said().value().equals(NEUTRAL);
            labels.add(neutral ? "?" : role.said().meaning().in(console.locale()));
        }
        String more = more(mention, labels.isEmpty());
        if (more != null) {
            labels.add(more);
        }
        return String.join(", ", labels);
    }

    /** What a mention means beside its role, where its words do not say so. */
    private @Nullable String more(TraceEntry mention, boolean roleless) {
        String meaning = mention.said().meaning().in(console.locale());
        Rule rule = mention.rule();
        if (rule == Rule.PROGRAMME) {
            return roleless ? sideInPromos(mention.said().value()) : null;
        }
        if (rule == Rule.TRAP || rule == Rule.AIRLINE) {
            return rule.meaning().in(console.locale());
        }
        return rule == Rule.TIME || isWhatItSays(mention, meaning) ? null : meaning;
    }

    /** Whether the words of a mention say its meaning: a date or a quantity does by its digits. */
    static boolean isWhatItSays(TraceEntry mention, String meaning) {
        String words = Objects.requireNonNull(mention.place()).words();
        boolean counted = mention.rule() == Rule.DATE || mention.rule() == Rule.AMOUNT;
        return words.equals(meaning) || (counted && digits(words).equals(digits(meaning)));
    }

    private static String digits(String words) {
        return words.replaceAll("\\D", "");
    }

    /** A name whose neighbours say nothing has the side that it got all the same. */
    private @Nullable String sideInPromos(String slug) {
        for (Promo promo : explanation.promos()) {
            if (promo.program().value().equals(slug)) {
                return say("side.program");
            }
            if (promo.origins().stream().anyMatch(origin -> origin.value().equals(slug))) {
                return say("side.origin");
            }
        }
        return null;
    }

    private @Nullable Region setAside(TraceEntry entry, @Nullable Region last) {
        TracePlace place = entry.place();
        if (place == null) {
            return last;
        }
        Text why = entry.rule() == Rule.ASIDE
                ? entry.said().meaning()
                : entry.rule().meaning();
        String reason = why.in(console.locale());
        Span span = place.span();
        boolean goesOn = last != null
                && last.reason().equals(reason)
                && explanation
                        .text()
                        .text()
                        .substring(last.span().end(), span.start())
                        .equals(" ");
        Region region = goesOn && last != null
                ? new Region(new Span(last.span().start(), span.end()), reason)
                : new Region(span, reason);
        asides.put(region.span().start(), region);
        return region;
    }

    private static Span spanOf(TraceEntry entry) {
        return Objects.requireNonNull(entry.place()).span();
    }

    private String say(String key) {
        return Text.of(MarkedText.class, key).in(console.locale());
    }
}
