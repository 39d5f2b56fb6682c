package org.milesbot.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.Progress;
import org.milesbot.cli.pipeline.ReparsePipeline.Report;
import org.milesbot.cli.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads all kept answers again. */
@Command(name = "reparse")
final class ReparseCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--plugin", paramLabel = "ID", split = ",")
    List<String> plugins = List.of();

    ReparseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Wiring wiring = session.wiring();
        Report report;
        try (Progress progress =
                new Progress(console, Math.toIntExact(wiring.promos().counts().captures()))) {
            report = wiring.reparse(
                    plugins, capture -> progress.step(capture.source().value()));
        }
        if (session.json()) {
            console.out()
                    .println("{\"captures\":%d,\"promos\":%d,\"new\":%d,\"left\":%d}"
                            .formatted(report.captures(), report.promos(), report.newPromos(), report.left()));
        }
        console.say(Text.of(
                ReparseCommand.class,
                "reparse.sum",
                report.captures(),
                report.promos(),
                report.newPromos(),
                report.left()));
        return report.left() == 0 ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }
}
