package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.plugin.PluginFindings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says all that is wrong with the plug-in of a folder. */
@Command(name = "check")
final class PluginCheckCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "folder")
    Path folder = Path.of("");

    PluginCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PluginFindings findings = session.wiring().pluginCare().check(session.resolve(folder));
        PluginReport report = new PluginReport(session.console());
        if (session.json()) {
            report.json(findings, Map.of());
        } else {
            report.print(findings);
        }
        if (findings.isSound()) {
            session.console().say(Text.of(PluginCheckCommand.class, "check.sound"));
        }
        return findings.isSound() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }
}
