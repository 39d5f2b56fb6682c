package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.plugin.PluginCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compiles a plug-in in Java against this milesbot, without Maven. */
@Command(name = "build")
final class PluginBuildCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    Path folder = Path.of(".");

    PluginBuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path plugin = session.resolve(folder);
        int classes = PluginCompiler.compile(plugin);
        session.console()
                .say(Text.of(
                        PluginBuildCommand.class,
                        "plugins.build.done",
                        classes,
                        plugin.resolve("classes").toString()));
        return ExitCode.OK;
    }
}
