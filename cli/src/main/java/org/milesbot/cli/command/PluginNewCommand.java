package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.Version;
import org.milesbot.cli.plugin.PluginSkeleton;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files that a new plug-in begins with. */
@Command(name = "new")
final class PluginNewCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @ArgGroup
    Kind kind = new Kind();

    @Option(names = "--into", paramLabel = "DIR")
    @Nullable
    Path into;

    /** Which of the two. */
    static final class Kind {
        @Option(names = "--yaml")
        boolean yaml;

        @Option(names = "--java")
        boolean java;
    }

    PluginNewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path folder = session.resolve(into == null ? Path.of(id) : into);
        PluginSkeleton skeleton = kind.java ? PluginSkeleton.JAVA : PluginSkeleton.YAML;
        List<Path> files = skeleton.write(id, folder, Version.current());
        files.forEach(file -> session.console().out().println(file));
        String next = kind.java ? "plugins.new.java" : "plugins.new.yaml";
        session.console().say(Text.of(PluginNewCommand.class, next, folder.toString()));
        return ExitCode.OK;
    }
}
