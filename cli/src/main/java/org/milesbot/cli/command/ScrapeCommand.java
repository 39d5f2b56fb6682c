package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.output.ScrapeOutput;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.wiring.Network;
import org.milesbot.cli.wiring.ScrapeOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the sources and keeps what it finds. */
@Command(name = "scrape")
final class ScrapeCommand implements Callable<Integer> {

    private static final String BUILT_IN = "";

    private final Session session;

    @Option(names = "--plugin", paramLabel = "ID", split = ",")
    List<String> plugins = List.of();

    @Option(names = "--since", paramLabel = "AAAA-MM-DD")
    @Nullable
    LocalDate since;

    @Option(names = "--due")
    boolean due;

    @Option(names = "--fresh")
    boolean fresh;

    @Option(names = "--record", paramLabel = "DIR")
    @Nullable
    Path record;

    @Option(names = "--replay", paramLabel = "DIR", arity = "0..1", fallbackValue = BUILT_IN)
    @Nullable
    Path replay;

    ScrapeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (record != null && replay != null) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(ScrapeCommand.class, "scrape.record_or_replay"));
        }
        ScrapeOrder order = new ScrapeOrder(plugins, from(), due, fresh, network());
        ScrapeOutput output = new ScrapeOutput(session.console(), session.json(), session.today());
        ScrapeReport report = session.wiring().scrape(order, output);
        output.close(report);
        if (report.isAllDown()) {
            session.console().say(Text.of(ScrapeCommand.class, "scrape.all_down"));
        }
        return exitCode(report);
    }

    /** What a recording holds was wanted when it was made, however long ago that was. */
    private @Nullable Instant from() {
        if (since != null) {
            return since.atStartOfDay(Zones.SAO_PAULO).toInstant();
        }
        return replay == null ? null : Instant.EPOCH;
    }

    private Network network() {
        if (record != null) {
            return new Network.Recorded(session.resolve(record));
        }
        if (replay == null) {
            return new Network.Online();
        }
        return replay.toString().equals(BUILT_IN)
                ? new Network.BuiltIn()
                : new Network.Replayed(session.resolve(replay));
    }

    static int exitCode(ScrapeReport report) {
        if (report.isWhole()) {
            return ExitCode.OK;
        }
        return report.isAllDown() ? ExitCode.EXTERNAL : ExitCode.PARTLY_FAILED;
    }
}
