package org.milesbot.cli.command;

import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.ScrapeOutput;
import org.milesbot.cli.output.SourceJson;
import org.milesbot.cli.output.SourceTable;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.pipeline.SourceOverview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how the sources do, and looks after them. */
@Command(name = "sources", synopsisSubcommandLabel = "[COMMAND]")
final class SourcesCommand implements Callable<Integer> {

    private final Session session;

    SourcesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        SourceOverview overview = session.wiring().sources();
        overview.problems().forEach(console::complain);
        if (session.json()) {
            overview.sources().forEach(line -> console.out().println(SourceJson.line(line)));
        } else {
            new SourceTable(console).print(overview.sources());
        }
        return overview.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    @Command(name = "mute")
    int mute(@Parameters(paramLabel = "NAME") String source) {
        session.wiring().mute(source, true);
        session.console().say(Text.of(SourcesCommand.class, "sources.muted", source));
        return ExitCode.OK;
    }

    @Command(name = "unmute")
    int unmute(@Parameters(paramLabel = "NAME") String source) {
        session.wiring().mute(source, false);
        session.console().say(Text.of(SourcesCommand.class, "sources.unmuted", source));
        return ExitCode.OK;
    }

    @Command(name = "check")
    int check(@Parameters(paramLabel = "NAME") String source) {
        ScrapeOutput output = new ScrapeOutput(session.console(), session.json(), session.today());
        ScrapeReport report = session.wiring().check(source, output);
        output.close(report);
        // Another process is at it, which the output has said.
        return report.sources().isEmpty() ? ExitCode.PARTLY_FAILED : ScrapeCommand.exitCode(report);
    }
}
