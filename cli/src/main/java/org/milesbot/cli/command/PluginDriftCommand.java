package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.DriftOutput;
import org.milesbot.cli.pipeline.Drift;
import org.milesbot.cli.pipeline.PluginTrial.Visited;
import org.milesbot.cli.wiring.PluginWorkshop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how the pages of a plug-in have changed since they were recorded. */
@Command(name = "drift")
final class PluginDriftCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    Path folder = Path.of(".");

    @Option(names = "--pages", paramLabel = "N", defaultValue = "3")
    int pages;

    PluginDriftCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PluginRecordCommand.requirePages(pages);
        PluginWorkshop workshop = session.wiring().workshop();
        Path plugin = session.resolve(folder);
        List<Visited> before = workshop.onRecordings(plugin);
        List<Visited> now = workshop.online(plugin, pages, false);
        List<Drift> drifts = Drift.between(before, now);
        new DriftOutput(session.console(), session.json()).print(drifts);
        if (now.stream().allMatch(page -> page.page() == null)) {
            return ExitCode.EXTERNAL;
        }
        boolean changed = drifts.stream().anyMatch(Drift::isChanged);
        if (changed) {
            session.console().say(Text.of(PluginDriftCommand.class, "plugins.drift.next", folder.toString()));
        }
        return changed ? ExitCode.PARTLY_FAILED : ExitCode.OK;
    }
}
