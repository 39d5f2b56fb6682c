package org.milesbot.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;

/** Promos as CSV with a heading; several origins are joined by {@code |}, what is unknown is empty. */
public final class PromoCsv {

    private static final List<String> HEADINGS = List.of(
            "id",
            "kind",
            "program",
            "origins",
            "bonus_pct",
            "base_pct",
            "start",
            "end",
            "title",
            "url",
            "source",
            "published_at");

    private PromoCsv() {}

    /** Writes a heading and a line a promo. */
    public static void write(List<ReportedPromo> promos, PrintWriter out) {
        // Without a buffer of its own: it would keep what it holds until it is closed, and the caller's is not to be.
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(HEADINGS);
        promos.forEach(promo -> csv.writeRecord(cells(promo)));
    }

    private static List<String> cells(ReportedPromo reported) {
        Promo promo = reported.promo();
        String origins = promo.origins().stream().map(OriginId::value).collect(Collectors.joining("|"));
        return Stream.<@Nullable Object>of(
                        reported.id(),
                        promo.kind(),
                        promo.program(),
                        origins,
                        promo.bonus().highest(),
                        promo.bonus().base(),
                        promo.window().start(),
                        promo.window().end(),
                        reported.title(),
                        reported.url(),
                        reported.source(),
                        reported.publishedAt())
                .map(cell -> harmless(Objects.toString(cell, "")))
                .toList();
    }

    /** A spreadsheet takes a cell that begins so for a formula; what comes from outside must not be one. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
