package org.milesbot.cli.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table as docs/benchmarks.md has it. */
final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();
    private final int columns;

    MarkdownTable(String... headings) {
        columns = headings.length;
        lines.add(line(List.of(headings)));
        lines.add("|---".repeat(columns) + "|");
    }

    /**
     * Adds a line.
     *
     * @throws IllegalArgumentException if it has not as many cells as the headings
     */
    MarkdownTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells below " + columns + " headings");
        }
        lines.add(line(List.of(cells)));
        return this;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
