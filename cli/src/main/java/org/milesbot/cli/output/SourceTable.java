package org.milesbot.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.cli.pipeline.SourceOverview.Line;
import org.milesbot.store.source.SourceNotice;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;

/** How sources do, as a table for people. Times are those of America/Sao_Paulo. */
public final class SourceTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final String NONE = "—";

    private final Console console;

    public SourceTable(Console console) {
        this.console = console;
    }

    /** Prints the sources in the order given. */
    public void print(List<Line> lines) {
        Table table = new Table(
                column("source", Side.LEFT),
                column("plugin", Side.LEFT),
                column("provenance", Side.LEFT),
                column("outcome", Side.LEFT),
                column("last_success", Side.LEFT),
                column("last_new_item", Side.LEFT),
                column("failures", Side.RIGHT),
                column("next_check", Side.LEFT),
                column("usual_gap", Side.LEFT),
                column("muted", Side.LEFT),
                column("notice", Side.LEFT));
        lines.forEach(line -> table.add(cells(line)));
        table.print(console);
    }

    private Column column(String name, Side side) {
        return new Column(say("source." + name), side);
    }

    private String[] cells(Line line) {
        SourceState state = line.state();
        Last last = state.visit();
        return new String[] {
            line.key().source(),
            line.key().plugin(),
            line.provenance() == null
                    ? NONE
                    : say("provenance." + line.provenance().name().toLowerCase(Locale.ROOT)),
            last == null ? say("source.never") : say("outcome." + last.outcome()),
            time(state.lastSuccess()),
            time(state.lastNewItem()),
            Integer.toString(state.failures()),
            time(last == null ? null : last.nextCheck()),
            gap(state),
            say(state.muted() ? "source.yes" : "source.no"),
            notice(line.notice())
        };
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? NONE : TIME.format(instant.atZone(Zones.SAO_PAULO));
    }

    private String gap(SourceState state) {
        Duration median = state.rhythm().median();
        Duration longest = state.rhythm().longest();
        return median == null || longest == null
                ? NONE
                : Text.of(SourceTable.class, "source.gap", rounded(median), rounded(longest))
                        .in(console.locale());
    }

    /** In the largest unit of which there are two or more. */
    private static String rounded(Duration duration) {
        if (duration.toHours() >= 48) {
            return Math.round(duration.toHours() / 24.0) + " d";
        }
        return duration.toMinutes() >= 120
                ? Math.round(duration.toMinutes() / 60.0) + " h"
                : duration.toMinutes() + " min";
    }

    private String notice(@Nullable SourceNotice notice) {
        if (notice == null) {
            return NONE;
        }
        String kind = say("notice." + notice.kind().name().toLowerCase(Locale.ROOT));
        return kind + " " + time(notice.writtenAt());
    }

    private String say(String key) {
        return Text.of(SourceTable.class, key).in(console.locale());
    }
}
