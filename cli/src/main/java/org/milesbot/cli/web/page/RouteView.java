package org.milesbot.cli.web.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What flights of a route cost.
 *
 * @param frame around it
 * @param rows the prices, the last told first
 * @param drawing the same over time; null where none is told in miles
 * @param legend the programmes by their inks
 * @param summary what it amounts to, in a sentence; may be empty
 */
record RouteView(Frame frame, List<Row> rows, @Nullable PriceDrawing drawing, List<Ink> legend, String summary) {

    RouteView {
        rows = List.copyOf(rows);
        legend = List.copyOf(legend);
    }

    /** A colour and what it stands for. */
    record Ink(int number, String name) {}

    /**
     * A price. All of it is plain text.
     *
     * @param promo its campaign
     * @param slug of the programme
     * @param program what people call it
     * @param flight from which airport to which
     * @param price in miles and taxes
     * @param details cabin, trip and dates of travel
     * @param day when it was told
     * @param title of the announcement
     * @param link where people read it, or null if that is no page of the web
     */
    record Row(
            UUID promo,
            String slug,
            String program,
            String flight,
            String price,
            String details,
            String day,
            String title,
            @Nullable String link) {}
}
