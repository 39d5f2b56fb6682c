package org.milesbot.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.plugin.PluginCare.Removable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a plug-in out of the plug-ins directory. */
@Command(name = "remove")
final class PluginRemoveCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--yes")
    boolean yes;

    PluginRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<Removable> removed = session.wiring().pluginCare().remove(id, this::isConfirmed);
        if (removed.isEmpty()) {
            console.say(Text.of(PluginRemoveCommand.class, "remove.kept", id));
            return ExitCode.OK;
        }
        console.say(Text.of(PluginRemoveCommand.class, "remove.done", id));
        Removable gone = removed.get();
        // Without the plug-in these are mistakes, by which no command starts.
        if (!gone.variables().isEmpty()) {
            String names = String.join(", ", gone.variables());
            console.warn(Text.of(PluginRemoveCommand.class, "remove.variables", names));
        }
        if (gone.isNamed()) {
            console.warn(Text.of(PluginRemoveCommand.class, "remove.named", id));
        }
        return ExitCode.OK;
    }

    private boolean isConfirmed(Removable removable) {
        String folder = removable.folder().toString();
        return yes || new Confirmation(session).given(Text.of(PluginRemoveCommand.class, "remove.sure", id, folder));
    }
}
