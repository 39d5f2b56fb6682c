package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.plugin.PluginCare;
import org.milesbot.cli.plugin.PluginFindings.Identity;
import org.milesbot.cli.plugin.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the plug-in of an archive in place. */
@Command(name = "install")
final class PluginInstallCommand implements Callable<Integer> {

    private final Session session;
    private @Nullable Identity identity;

    @Parameters(paramLabel = "FILE.zip", descriptionKey = "file")
    Path file = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    PluginInstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Standing standing = session.wiring().pluginCare().install(session.resolve(file), replace, this::tell);
        Identity installed = Objects.requireNonNull(identity);
        Console console = session.console();
        console.say(Text.of(PluginInstallCommand.class, "install.done", installed.id(), installed.version()));
        switch (standing) {
            case ENABLED -> console.say(Text.of(PluginInstallCommand.class, "install.next"));
            case DISABLED -> console.warn(Text.of(PluginInstallCommand.class, "install.disabled", installed.id()));
            case LEFT_OUT -> console.warn(Text.of(PluginInstallCommand.class, "install.left.out", installed.id()));
        }
        return ExitCode.OK;
    }

    private void tell(PluginCare.Offer offer) {
        identity = offer.findings().identity();
        PluginReport report = new PluginReport(session.console());
        if (session.json()) {
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            more.put("archive", file.toString());
            more.put("sha256", offer.sha256());
            more.put("replaces", offer.replaced());
            report.json(offer.findings(), more);
            return;
        }
        session.console().say(Text.of(PluginInstallCommand.class, "install.archive", file.toString(), offer.sha256()));
        report.print(offer.findings());
        if (replace && offer.replaced() != null) {
            session.console().say(Text.of(PluginInstallCommand.class, "install.replaces", offer.replaced()));
        }
    }
}
