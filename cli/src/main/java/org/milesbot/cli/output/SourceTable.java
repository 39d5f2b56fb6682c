package org.milesbot.cli.output;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.cli.pipeline.SourceOverview.Line;
import org.milesbot.store.source.SourceNotice;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;

/** How sources do, as a table for people. Times are those of America/Sao_Paulo. */
public final class SourceTable {

    private final Console console;
    private final SourceWords words;

    public SourceTable(Console console) {
        this.console = console;
        words = new SourceWords(console.locale());
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
            words.provenance(line.provenance()),
            last == null ? say("source.never") : say("outcome." + last.outcome()),
            words.time(state.lastSuccess()),
            words.time(state.lastNewItem()),
            Integer.toString(state.failures()),
            words.time(last == null ? null : last.nextCheck()),
            words.rhythm(state.rhythm()),
            say(state.muted() ? "source.yes" : "source.no"),
            notice(line.notice())
        };
    }

    private String notice(@Nullable SourceNotice notice) {
        if (notice == null) {
            return SourceWords.NONE;
        }
        String kind = say("notice." + notice.kind().name().toLowerCase(Locale.ROOT));
        return kind + " " + words.time(notice.writtenAt());
    }

    private String say(String key) {
        return Text.of(SourceTable.class, key).in(console.locale());
    }
}
