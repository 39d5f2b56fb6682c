package org.milesbot.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.cli.output.Console.Stream;

/**
 * Rows under headings, as wide as they need to be; on a terminal that is too narrow the last column is cut. Cells are
 * cleaned of control characters, because what they say often comes from outside.
 */
public final class Table {

    private static final int LEAST_LAST = 12;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /** Which side of its column a cell leans to. */
    public enum Side {
        /** For words. */
        LEFT,
        /** For numbers. */
        RIGHT
    }

    /** A column's heading and side. */
    public record Column(String heading, Side side) {}

    private record Row(List<String> cells, Tint tint) {}

    /** A table without rows. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row, a cell a column. */
    public void add(String... cells) {
        add(Tint.PLAIN, cells);
    }

    /** Adds a row that stands out where there are colours. */
    void add(Tint tint, String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Cell.clean(cell));
        }
        rows.add(new Row(row, tint));
    }

    /** Prints headings and rows. */
    public void print(Console console) {
        Look look = console.look();
        int[] widths = widths(look.isTerminal(Stream.OUT) ? look.width() : 0);
        PrintWriter out = console.out();
        List<String> headings = columns.stream().map(Column::heading).toList();
        out.println(look.bold(line(headings, widths), Stream.OUT));
        rows.forEach(row -> out.println(look.tinted(row.tint(), line(row.cells(), widths), Stream.OUT)));
    }

    private int[] widths(int available) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int content = rows.stream()
                    .mapToInt(row -> Cell.width(row.cells().get(column)))
                    .max()
                    .orElse(0);
            widths[i] = Math.max(Cell.width(columns.get(i).heading()), content);
        }
        int last = widths.length - 1;
        int before = GAP.length() * last;
        for (int i = 0; i < last; i++) {
            before += widths[i];
        }
        if (available > 0 && before + widths[last] > available) {
            widths[last] = Math.max(LEAST_LAST, available - before);
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : GAP)
                    .append(Cell.fit(cells.get(i), widths[i], columns.get(i).side()));
        }
        return line.toString().stripTrailing();
    }
}
