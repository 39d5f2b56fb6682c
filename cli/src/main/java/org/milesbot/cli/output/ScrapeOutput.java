package org.milesbot.cli.output;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.cli.pipeline.ScrapeListener;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.pipeline.SourceReport;
import org.milesbot.store.promo.StoredPromo;

/**
 * Shows a scrape while it runs and when it is done. Told of sources by one thread at a time.
 */
public final class ScrapeOutput implements ScrapeListener {

    private final Console console;
    private final boolean json;
    private final PromoJson lines;
    private @Nullable Progress progress;

    /**
     * @param json whether to print a line a promo as they come, in place of a table at the end
     * @param today the day on which a promo's state is told
     */
    public ScrapeOutput(Console console, boolean json, LocalDate today) {
        this.console = console;
        this.json = json;
        this.lines = new PromoJson(today);
    }

    @Override
    public void begins(int sources) {
        progress = new Progress(console, sources);
    }

    @Override
    public void leftOut(String plugin) {
        console.say(Text.of(ScrapeOutput.class, "scrape.left_out", plugin));
    }

    @Override
    public void done(SourceReport report) {
        if (progress == null) {
            throw new IllegalStateException("a source is done before the scrape began");
        }
        progress.step(report.source());
        if (report.problem() != null) {
            progress.warn(Text.of(ScrapeOutput.class, "scrape.problem", report.source(), report.problem()));
        }
        if (json) {
            report.found().forEach(this::print);
            console.out().flush();
        }
    }

    private void print(StoredPromo stored) {
        console.out().println(lines.line(ReportedPromo.of(stored.id(), stored.sighting(), stored.isNew())));
    }

    /** Erases the progress line. */
    public void finish() {
        if (progress != null) {
            progress.close();
        }
    }

    /** Shows what the whole scrape brought. */
    public void close(ScrapeReport report) {
        finish();
        if (!json && !report.sources().isEmpty()) {
            table(report).print(console);
        }
        console.say(Text.of(
                ScrapeOutput.class,
                "scrape.sum",
                report.sources().size(),
                report.found().size(),
                report.newPromos()));
    }

    private Table table(ScrapeReport report) {
        Table table = new Table(
                new Column(say("column.source"), Side.LEFT),
                new Column(say("column.outcome"), Side.LEFT),
                new Column(say("column.announcements"), Side.RIGHT),
                new Column(say("column.promos"), Side.RIGHT),
                new Column(say("column.new"), Side.RIGHT));
        for (SourceReport source : report.sources()) {
            table.add(
                    source.source(),
                    say("outcome." + source.outcome().name().toLowerCase(Locale.ROOT)),
                    Integer.toString(source.tally().announcements()),
                    Integer.toString(source.found().size()),
                    Long.toString(source.newPromos()));
        }
        return table;
    }

    private String say(String key) {
        return Text.of(ScrapeOutput.class, key).in(console.locale());
    }
}
