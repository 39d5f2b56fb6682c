package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.output.TrialOutput;
import org.milesbot.cli.pipeline.PluginTrial.Visited;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches what a plug-in reads, and keeps the answers beside it. */
@Command(name = "record")
final class PluginRecordCommand implements Callable<Integer> {

    /** As many pages as a visit has. */
    private static final int MOST = 60;

    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    Path folder = Path.of(".");

    @Option(names = "--pages", paramLabel = "N", defaultValue = "5")
    int pages;

    PluginRecordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requirePages(pages);
        List<Visited> visited = session.wiring().workshop().online(session.resolve(folder), pages, true);
        TrialOutput output = new TrialOutput(session.console(), session.wiring().names());
        if (session.json()) {
            output.lines(visited).forEach(session.console().out()::println);
        } else {
            output.print(visited);
        }
        boolean failed = output.complain(visited);
        session.console().say(Text.of(PluginRecordCommand.class, "plugins.record.next", folder.toString()));
        boolean nothing = visited.stream().allMatch(page -> page.page() == null);
        return nothing ? ExitCode.EXTERNAL : failed ? ExitCode.PARTLY_FAILED : ExitCode.OK;
    }

    static void requirePages(int pages) {
        if (pages < 0 || pages > MOST) {
            throw new MilesbotException(
                    ErrorKind.USAGE,
                    Text.of(
                            PluginRecordCommand.class,
                            "plugins.record.pages",
                            String.valueOf(pages),
                            String.valueOf(MOST)));
        }
    }
}
