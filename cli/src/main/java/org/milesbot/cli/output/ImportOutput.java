package org.milesbot.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.history.HistoryFile.Refusal;
import org.milesbot.cli.pipeline.ImportPipeline.Report;
import org.milesbot.store.dedupe.Settled;

/** Tells what an import brought: sentences for a person, one object for a pipe. */
public final class ImportOutput {

    private final Console console;
    private final boolean json;
    private final boolean isDryRun;

    public ImportOutput(Console console, boolean json, boolean isDryRun) {
        this.console = console;
        this.json = json;
        this.isDryRun = isDryRun;
    }

    /**
     * Tells all of it.
     *
     * @param settled what settling came to; nothing if another process was at it, or there was none
     */
    public void print(Report report, Optional<Settled> settled) {
        report.notes().forEach(console::warn);
        report.refusals().stream().map(Refusal::sentence).forEach(console::complain);
        if (json) {
            console.out().println(JsonLine.of(fields(report, settled.orElse(null))));
        }
        console.say(Text.of(
                ImportOutput.class,
                isDryRun ? "import.would" : "import.sum",
                report.lines(),
                report.added(),
                report.known(),
                report.refusals().size()));
        if (!isDryRun) {
            console.say(settled.map(ImportOutput::sum).orElse(Text.of(ImportOutput.class, "import.busy")));
        }
    }

    private static Text sum(Settled settled) {
        return Text.of(ImportOutput.class, "import.settled", settled.promos(), settled.changed());
    }

    private Map<String, @Nullable Object> fields(Report report, @Nullable Settled settled) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dry_run", isDryRun);
        fields.put("lines", report.lines());
        fields.put("new", report.added());
        fields.put("known", report.known());
        fields.put("campaigns", settled == null ? null : settled.promos());
        fields.put("refused", report.refusals().stream().map(this::fields).toList());
        fields.put("notes", sentences(report.notes()));
        return fields;
    }

    private Map<String, Object> fields(Refusal refusal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", refusal.line());
        fields.put("why", refusal.why().in(console.locale()));
        return fields;
    }

    private List<String> sentences(List<Text> texts) {
        return texts.stream().map(text -> text.in(console.locale())).toList();
    }
}
