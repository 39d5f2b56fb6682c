package org.milesbot.cli.output;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cell of CSV that no spreadsheet takes for a formula, wherever it came from. */
final class HarmlessCell {

    private HarmlessCell() {}

    /** The value as text; empty for null. */
    static String of(@Nullable Object value) {
        String cell = Objects.toString(value, "");
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
