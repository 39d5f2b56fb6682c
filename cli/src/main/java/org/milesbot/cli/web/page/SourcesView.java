package org.milesbot.cli.web.page;

import java.util.List;
import java.util.Locale;

/**
 * How the sources do.
 *
 * @param frame around it
 * @param rows one a source, those with trouble first
 * @param well how many have none
 */
record SourcesView(Frame frame, List<Row> rows, long well) {

    SourcesView {
        rows = List.copyOf(rows);
    }

    /** How a source does. */
    enum Health {
        /** The last visit went well. */
        WELL,
        /** The last visit came to nothing. */
        MISSED,
        /** Visit after visit comes to nothing. */
        FAILING,
        /** Nothing new for longer than is usual there. */
        SILENT,
        /** Nobody was there yet. */
        NEW;

        /** Its name for styles. */
        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A source. All of it is plain text.
     *
     * @param source its name
     * @param plugin whose it is
     * @param provenance how near it is to the programmes
     * @param health how it does
     * @param state the same in words
     * @param lastSuccess when a visit last went well
     * @param lastNew when something new last came
     * @param rhythm how often something new comes
     */
    record Row(
            String source,
            String plugin,
            String provenance,
            Health health,
            String state,
            String lastSuccess,
            String lastNew,
            String rhythm) {}
}
