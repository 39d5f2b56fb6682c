package org.milesbot.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.output.TrialOutput;
import org.milesbot.cli.pipeline.PluginTrial.Visited;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a plug-in on its recordings and compares what it finds with what it should. */
@Command(name = "test")
final class PluginTestCommand implements Callable<Integer> {

    private static final String EXPECTED = "expected.jsonl";
    private static final int MOST_SHOWN = 20;

    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    Path folder = Path.of(".");

    @Option(names = "--update")
    boolean update;

    PluginTestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path plugin = session.resolve(folder);
        List<Visited> visited = session.wiring().workshop().onRecordings(plugin);
        TrialOutput output = new TrialOutput(session.console(), session.wiring().names());
        List<String> found = output.lines(visited);
        if (session.json()) {
            found.forEach(session.console().out()::println);
        } else {
            output.print(visited);
        }
        boolean failed = output.complain(visited);
        boolean differs = update ? written(plugin.resolve(EXPECTED), found) : compared(plugin.resolve(EXPECTED), found);
        return failed || differs ? ExitCode.PARTLY_FAILED : ExitCode.OK;
    }

    private boolean written(Path file, List<String> found) {
        try {
            Files.write(file, found, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(PluginTestCommand.class, "plugins.test.unwritable", file.toString()),
                    e);
        }
        say("plugins.test.written", file.toString(), found.size());
        return false;
    }

    /** Says what is missing and what is new; returns whether anything is. */
    private boolean compared(Path file, List<String> found) {
        if (!Files.isRegularFile(file)) {
            say("plugins.test.unknown", file.toString());
            return true;
        }
        Set<String> expected = new LinkedHashSet<>(read(file));
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<String> more = new ArrayList<>(found);
        more.removeAll(expected);
        if (missing.isEmpty() && more.isEmpty()) {
            say("plugins.test.same", found.size());
            return false;
        }
        say("plugins.test.differs", String.valueOf(missing.size()), String.valueOf(more.size()), file.toString());
        missing.stream().limit(MOST_SHOWN).forEach(line -> session.console().say(Text.plain("- " + line)));
        more.stream().limit(MOST_SHOWN).forEach(line -> session.console().say(Text.plain("+ " + line)));
        return true;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.DATA, Text.of(PluginTestCommand.class, "plugins.test.unreadable", file.toString()), e);
        }
    }

    private void say(String key, Object... arguments) {
        session.console().say(Text.of(PluginTestCommand.class, key, arguments));
    }
}
