package org.milesbot.scrapers.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The score over every set of labelled announcements, as the table between two marks of a page. */
final class ScoreTable {

    private static final String BEGIN = "<!-- score: made by scripts/score, do not edit -->\n";
    private static final String END = "<!-- end of score -->\n";

    private final Floors floors = Floors.load();
    private final Map<LabelledSet, ExtractionScore> scores =
            Arrays.stream(LabelledSet.values()).collect(Collectors.toMap(set -> set, LabelledSet::score));

    private ScoreTable() {}

    /** Puts the present score into the page whose path is given, and prints it. */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args[0]);
        String table = render();
        Files.writeString(page, putInto(Files.readString(page), table));
        System.out.print(table);
    }

    static String render() {
        return aligned(new ScoreTable().rows());
    }

    /** The page with a table in place of the one it has. */
    static String putInto(String page, String table) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page lacks the lines " + BEGIN + "and " + END);
        }
        return page.substring(0, begin) + BEGIN + "\n" + table + "\n" + page.substring(end);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("figure", LabelledSet::title, asked -> "asked of " + asked.title()));
        rows.add(row("announcements", set -> Integer.toString(score(set).cases()), asked -> ""));
        rows.add(figures("transfer bonus: precision / recall", "transfer.precision", "transfer.recall"));
        rows.add(figures("all kinds: precision / recall", "all_kinds.precision", "all_kinds.recall"));
        for (String field : ExtractionScore.FIELDS) {
            rows.add(figures(
                    field + ": precision / recall / invented",
                    field + ".precision",
                    field + ".recall",
                    field + ".invented"));
        }
        rows.add(figures("false alerts", "false_alerts"));
        rows.add(figures("announcements exactly right", "exact"));
        return rows;
    }

    private List<String> figures(String label, String... names) {
        return row(
                label,
                set -> joined(names, name -> found(set, name)),
                asked -> joined(names, name -> asked(asked, name)));
    }

    private static String joined(String[] names, Function<String, String> cell) {
        return Arrays.stream(names).map(cell).collect(Collectors.joining(" / "));
    }

    private String found(LabelledSet set, String name) {
        double value = Objects.requireNonNull(score(set).figures().get(name));
        String digits = String.format(Locale.ROOT, "%.3f", value);
        return floors.reachesAsked(set, name, value) ? digits : "**" + digits + "**";
    }

    private String asked(LabelledSet.Asked asked, String name) {
        String sign = ExtractionScore.isBetterLow(name) ? "≤ " : "≥ ";
        return sign + String.format(Locale.ROOT, "%.2f", floors.asked(asked, name));
    }

    private ExtractionScore score(LabelledSet set) {
        return Objects.requireNonNull(scores.get(set));
    }

    private static List<String> row(
            String label, Function<LabelledSet, String> ofSet, Function<LabelledSet.Asked, String> ofAsked) {
        return Stream.of(
                        Stream.of(label),
                        Arrays.stream(LabelledSet.values()).map(ofSet),
                        Arrays.stream(LabelledSet.Asked.values()).map(ofAsked))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String aligned(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths, " ")).toList());
        lines.add(1, line(Collections.nCopies(widths.size(), ""), widths, "-"));
        return String.join("", lines);
    }

    private static String line(List<String> cells, List<Integer> widths, String padding) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + padding.repeat(widths.get(column) - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
