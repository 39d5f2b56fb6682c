package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.plugin.PluginFindings;
import org.milesbot.cli.plugin.PluginFindings.Contribution;
import org.milesbot.cli.plugin.PluginFindings.Identity;
import org.milesbot.cli.plugin.PluginFindings.Kind;

/** Shows what the check of a plug-in found. */
final class PluginReport {

    private final Console console;

    PluginReport(Console console) {
        this.console = console;
    }

    /** One JSON object, with more fields at its end. */
    void json(PluginFindings findings, Map<String, ?> more) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Identity identity = findings.identity();
        fields.put("id", identity == null ? null : identity.id());
        fields.put("version", identity == null ? null : identity.version());
        fields.put("api_level", identity == null ? null : identity.apiLevel());
        fields.put("author", identity == null ? null : identity.author());
        fields.put("folder", findings.folder().toString());
        fields.put("schedule", findings.schedule());
        fields.put("categories", findings.categories());
        Map<String, List<String>> contributions = new LinkedHashMap<>();
        findings.contributions().forEach(each -> contributions.put(name(each.kind()), each.names()));
        fields.put("contributions", contributions);
        fields.put("sound", findings.isSound());
        fields.put("complaints", said(findings.complaints()));
        fields.put("notes", said(findings.notes()));
        fields.putAll(more);
        console.out().println(JsonLine.of(fields));
    }

    /** A summary, and what is wrong. */
    void print(PluginFindings findings) {
        Identity identity = findings.identity();
        if (identity != null) {
            line("check.who", identity.id(), identity.version(), String.valueOf(identity.apiLevel()));
            if (identity.author() != null) {
                line("check.author", identity.author());
            }
        }
        if (findings.schedule() != null) {
            line("check.schedule", findings.schedule(), String.join(", ", findings.categories()));
        }
        findings.contributions().forEach(this::print);
        findings.notes().forEach(console::say);
        console.out().flush();
        findings.complaints().forEach(console::complain);
    }

    private void print(Contribution contribution) {
        Text kind = Text.of(PluginReport.class, "check." + name(contribution.kind()));
        line("check.has", kind, contribution.names().size(), String.join(", ", contribution.names()));
    }

    private void line(String key, Object... arguments) {
        console.out().println(Text.of(PluginReport.class, key, arguments).in(console.locale()));
    }

    private List<String> said(List<Text> sentences) {
        return sentences.stream().map(text -> text.in(console.locale())).toList();
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
