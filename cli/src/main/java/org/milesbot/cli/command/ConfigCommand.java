package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Shown;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.output.Table;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import picocli.CommandLine.Command;

/** Shows the settings in force. */
@Command(name = "config")
final class ConfigCommand implements Callable<Integer> {

    private final Session session;

    ConfigCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        List<Shown> settings = session.settings().shown();
        if (session.json()) {
            settings.forEach(shown -> console.out().println(JsonLine.of(fields(shown))));
        } else {
            table(settings, console).print(console);
        }
        return ExitCode.OK;
    }

    private static Map<String, @Nullable Object> fields(Shown shown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", shown.name());
        fields.put("value", shown.value());
        fields.put("origin", shown.origin().name().toLowerCase(Locale.ROOT));
        return fields;
    }

    private static Table table(List<Shown> settings, Console console) {
        Table table = new Table(
                column("name", console),
                column("value", console),
                column("from", console),
                column("description", console));
        for (Shown shown : settings) {
            table.add(
                    shown.name(),
                    shown.value() == null ? "–" : shown.value(),
                    shown.from().in(console.locale()),
                    shown.description().in(console.locale()));
        }
        return table;
    }

    private static Column column(String name, Console console) {
        return new Column(Text.of(ConfigCommand.class, "config." + name).in(console.locale()), Side.LEFT);
    }
}
