package org.milesbot.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.promo.Rule;
import org.milesbot.scrapers.extract.promo.Rule.Stage;
import org.milesbot.scrapers.extract.promo.TraceEntry;
import org.milesbot.scrapers.extract.promo.TracePlace;

/** What the rules of one stage said, one thing a paragraph; the same said of several places is told once. */
final class RuleList {

    private static final int NUMBERS = 7;
    private static final int SORTS = 22;
    private static final int MOST_NUMBERS = 4;
    private static final int LONGEST = 60;

    private final Console console;
    private final Locale locale;

    RuleList(Console console) {
        this.console = console;
        this.locale = console.locale();
    }

    /** What was found as what: a paragraph for each sort, the words of the lists last. */
    void printMentions(List<TraceEntry> entries) {
        Map<String, Map<String, Set<Integer>>> sorts = new LinkedHashMap<>();
        List<TraceEntry> namesFirst = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.rule() == Rule.CUE))
                .toList();
        for (TraceEntry entry : namesFirst) {
            boolean cue = entry.rule() == Rule.CUE;
            String sort = cue ? entry.said().value() : entry.rule().meaning().in(locale);
            String meaning = entry.said().meaning().in(locale);
            String words = words(entry.place());
            String found = cue || entry.rule() == Rule.TRAP || MarkedText.isWhatItSays(entry, meaning)
                    ? words
                    : words + " = " + meaning;
            sorts.computeIfAbsent(sort, key -> new LinkedHashMap<>())
                    .computeIfAbsent(found, key -> new LinkedHashSet<>())
                    .add(number(entry));
        }
        sorts.forEach((sort, found) -> {
            Paragraph paragraph = new Paragraph(console.look(), SORTS).label("  " + sort, Tint.DIM);
            String all = found.entrySet().stream()
                    .map(each -> each.getKey() + " (" + numbers(each.getValue()) + ")")
                    .collect(Collectors.joining("; "));
            paragraph.add(all).print(console.out());
        });
    }

    /** What was decided of what, by which rule and which words. */
    void print(List<TraceEntry> entries) {
        Map<TraceEntry, Set<Integer>> alike = new LinkedHashMap<>();
        Map<List<@Nullable Object>, TraceEntry> firsts = new LinkedHashMap<>();
        for (TraceEntry entry : inOrderOfText(entries)) {
            TraceEntry first = firsts.computeIfAbsent(likeness(entry), key -> entry);
            alike.computeIfAbsent(first, key -> new LinkedHashSet<>()).add(number(entry));
        }
        alike.forEach(this::print);
        printLegend(entries);
    }

    private void print(TraceEntry entry, Set<Integer> numbers) {
        Paragraph paragraph =
                new Paragraph(console.look(), NUMBERS).label(entry.place() == null ? "" : numbers(numbers), Tint.DIM);
        if (entry.place() != null) {
            paragraph.add("“" + words(entry.place()) + "” ");
        }
        String said = entry.said().meaning().in(locale);
        if (!said.isEmpty()) {
            paragraph.add("→ ").add(said + " ", Tint.BOLD);
        }
        if (entry.cue() != null) {
            paragraph.add("← ").add("“" + words(entry.cue()) + "” ", Tint.YELLOW);
        }
        paragraph.add(entry.rule().slug(), Tint.CYAN);
        if (entry.rule().stage() == Stage.PROMO) {
            paragraph.add(" (" + entry.rule().meaning().in(locale) + ")", Tint.DIM);
        }
        paragraph.print(console.out());
    }

    /** What each rule does that spoke of words; those that make promos speak seldom and are told as they speak. */
    private void printLegend(List<TraceEntry> entries) {
        entries.stream()
                .map(TraceEntry::rule)
                .filter(rule -> rule.stage() != Stage.PROMO)
                .distinct()
                .forEach(rule -> new Paragraph(console.look(), NUMBERS + 2)
                        .label("", Tint.PLAIN)
                        .add(rule.slug() + ": ", Tint.CYAN)
                        .add(rule.meaning().in(locale), Tint.DIM)
                        .print(console.out()));
    }

    /** What is said of the whole announcement keeps its place, and all of it where promos are made. */
    private static List<TraceEntry> inOrderOfText(List<TraceEntry> entries) {
        boolean roles = entries.stream().allMatch(entry -> entry.rule().stage() == Stage.ROLE);
        return roles
                ? entries.stream()
                        .sorted(Comparator.comparingInt(RuleList::number))
                        .toList()
                : entries;
    }

    private static List<@Nullable Object> likeness(TraceEntry entry) {
        List<@Nullable Object> likeness = new ArrayList<>();
        likeness.add(entry.rule());
        likeness.add(entry.said().value());
        likeness.add(entry.place() == null ? null : entry.place().words());
        likeness.add(entry.cue() == null ? null : entry.cue().words());
        return likeness;
    }

    private static int number(TraceEntry entry) {
        return entry.place() == null ? 0 : entry.place().block() + 1;
    }

    private static String numbers(Set<Integer> numbers) {
        String first = numbers.stream()
                .limit(MOST_NUMBERS)
                .map(number -> Integer.toString(number))
                .collect(Collectors.joining(","));
        return numbers.size() > MOST_NUMBERS ? first + "…" : first;
    }

    static String words(@Nullable TracePlace place) {
        String words = place == null ? "" : place.words();
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST))) + "…";
    }

    static boolean says(TraceEntry entry, Stage stage) {
        boolean silent = entry.rule() == Rule.NAME_SIDE && entry.said().value().equals("none");
        return entry.rule().stage() == stage && entry.promo() == 0 && !silent;
    }
}
