package org.milesbot.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.pipeline.UserImport.Refusal;
import org.milesbot.cli.pipeline.UserImport.Report;

/** Tells what an import of people brought: sentences for a person, one object for a pipe. */
public final class UserImportOutput {

    private final Console console;
    private final boolean json;
    private final boolean isDryRun;

    public UserImportOutput(Console console, boolean json, boolean isDryRun) {
        this.console = console;
        this.json = json;
        this.isDryRun = isDryRun;
    }

    /** Tells all of it. */
    public void print(Report report) {
        report.notes().forEach(console::warn);
        report.refusals().stream().map(Refusal::sentence).forEach(console::complain);
        int untold = report.refused() - report.refusals().size();
        if (untold > 0) {
            console.complain(Text.of(UserImportOutput.class, "users.untold", untold));
        }
        if (json) {
            console.out().println(JsonLine.of(fields(report)));
        }
        console.say(Text.of(
                UserImportOutput.class,
                isDryRun ? "users.would" : "users.sum",
                report.added(),
                report.changed(),
                report.same(),
                report.refused()));
    }

    private Map<String, Object> fields(Report report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dry_run", isDryRun);
        fields.put("added", report.added());
        fields.put("changed", report.changed());
        fields.put("same", report.same());
        fields.put("refused", report.refused());
        fields.put("refusals", report.refusals().stream().map(this::fields).toList());
        fields.put(
                "notes",
                report.notes().stream().map(note -> note.in(console.locale())).toList());
        return fields;
    }

    private Map<String, @Nullable Object> fields(Refusal refusal) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("line", refusal.line());
        fields.put("field", refusal.field());
        fields.put("why", refusal.why().in(console.locale()));
        return fields;
    }
}
