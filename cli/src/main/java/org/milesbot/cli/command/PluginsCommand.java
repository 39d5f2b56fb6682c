package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.output.Table;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the plug-ins. */
@Command(name = "plugins", synopsisSubcommandLabel = "[COMMAND]")
final class PluginsCommand implements Callable<Integer> {

    private final Session session;

    private PluginsCommand(Session session) {
        this.session = session;
    }

    /** The command with all that belongs to it. */
    static CommandLine line(Session session) {
        return new CommandLine(new PluginsCommand(session))
                .addSubcommand("check", new PluginCheckCommand(session))
                .addSubcommand("install", new PluginInstallCommand(session))
                .addSubcommand("remove", new PluginRemoveCommand(session))
                .addSubcommand("new", new PluginNewCommand(session))
                .addSubcommand("build", new PluginBuildCommand(session))
                .addSubcommand("test", new PluginTestCommand(session))
                .addSubcommand("record", new PluginRecordCommand(session))
                .addSubcommand("drift", new PluginDriftCommand(session));
    }

    @Command(name = "list")
    int list() {
        return call();
    }

    @Command(name = "enable")
    int enable(@Parameters(paramLabel = "ID", descriptionKey = "id") String id) {
        boolean changed = session.wiring().pluginCare().enable(id);
        session.console().say(Text.of(PluginsCommand.class, changed ? "plugins.let" : "plugins.let.already", id));
        return ExitCode.OK;
    }

    @Command(name = "disable")
    int disable(@Parameters(paramLabel = "ID", descriptionKey = "id") String id) {
        boolean changed = session.wiring().pluginCare().disable(id);
        session.console().say(Text.of(PluginsCommand.class, changed ? "plugins.kept" : "plugins.kept.already", id));
        return ExitCode.OK;
    }

    /** A plug-in as it is shown; where it cannot be made, without what only it could say. */
    private record Row(
            LoadedPlugin plugin,
            String schedule,
            List<String> categories,
            List<String> sources,
            List<String> commands,
            @Nullable String notice) {}

    @Override
    public Integer call() {
        Console console = session.console();
        int[] broken = {0};
        try (Plugins plugins = session.wiring().plugins()) {
            List<Row> rows = plugins.all().stream()
                    .map(plugin -> row(plugin, console, broken))
                    .toList();
            if (session.json()) {
                rows.forEach(row -> console.out().println(JsonLine.of(fields(row, console))));
            } else {
                table(rows, console).print(console);
                rows.stream().filter(row -> row.notice() != null).forEach(row -> console.say(notice(row)));
                rows.stream().filter(row -> !row.commands().isEmpty()).forEach(row -> console.say(commands(row)));
            }
        }
        return broken[0] == 0 ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    private static Row row(LoadedPlugin plugin, Console console, int[] broken) {
        try {
            return new Row(
                    plugin,
                    plugin.schedule().toString(),
                    List.copyOf(plugin.categories()),
                    plugin.sources().stream().map(source -> source.id().value()).toList(),
                    plugin.commands().stream().map(TerminalCommand::name).toList(),
                    plugin.enabled() ? plugin.notice(console.locale()).orElse(null) : null);
        } catch (MilesbotException e) {
            broken[0]++;
            console.complain(e.text());
            return new Row(plugin, "", List.of(), List.of(), List.of(), null);
        }
    }

    private static Text notice(Row row) {
        return Text.of(PluginsCommand.class, "plugins.notice", row.plugin().id(), String.valueOf(row.notice()));
    }

    private static Text commands(Row row) {
        return Text.of(PluginsCommand.class, "plugins.commands", row.plugin().id(), String.join(", ", row.commands()));
    }

    private static Map<String, @Nullable Object> fields(Row row, Console console) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", row.plugin().id());
        fields.put("version", row.plugin().version());
        fields.put("schedule", row.schedule());
        fields.put("categories", row.categories());
        fields.put("sources", row.sources());
        fields.put("commands", row.commands());
        fields.put("origin", row.plugin().origin().in(console.locale()));
        fields.put("enabled", row.plugin().enabled());
        fields.put("standing", row.plugin().standing().name().toLowerCase(Locale.ROOT));
        fields.put("notice", row.notice());
        return fields;
    }

    private static Table table(List<Row> rows, Console console) {
        Table table = new Table(
                column("id", console),
                column("version", console),
                column("schedule", console),
                column("enabled", console),
                column("categories", console),
                column("origin", console),
                column("sources", console));
        for (Row row : rows) {
            table.add(
                    row.plugin().id(),
                    row.plugin().version(),
                    row.schedule(),
                    Text.of(PluginsCommand.class, standing(row.plugin())).in(console.locale()),
                    String.join(", ", row.categories()),
                    row.plugin().origin().in(console.locale()),
                    String.join(", ", row.sources()));
        }
        return table;
    }

    private static String standing(LoadedPlugin plugin) {
        return switch (plugin.standing()) {
            case ENABLED -> "yes";
            case LEFT_OUT -> "no";
            case DISABLED -> "plugins.disabled";
        };
    }

    private static Column column(String name, Console console) {
        return new Column(Text.of(PluginsCommand.class, "plugins." + name).in(console.locale()), Side.LEFT);
    }
}
