package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.command.Pinged.End;
import org.milesbot.cli.output.ScrapeOutput;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.wiring.Network;
import org.milesbot.cli.wiring.ScrapeOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the sources and keeps what it finds. */
@Command(name = "scrape", addMethodSubcommands = false)
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

    @Option(names = "--seed")
    boolean seed;

    @Option(names = "--record", paramLabel = "DIR")
    @Nullable
    Path record;

    @Option(names = "--replay", paramLabel = "DIR", arity = "0..1", fallbackValue = BUILT_IN)
    @Nullable
    Path replay;

    @Option(names = "--ping-url", paramLabel = "URL")
    @Nullable
    String pingUrl;

    @Mixin
    MetricsFileOption metrics = new MetricsFileOption();

    ScrapeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (record != null && replay != null) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(ScrapeCommand.class, "scrape.record_or_replay"));
        }
        ScrapeOrder order = new ScrapeOrder(plugins, from(), due, fresh, seed, network());
        ScrapeOutput output = new ScrapeOutput(session.console(), session.json(), session.today());
        Pinged pinged = new Pinged(session, pingUrl);
        ScrapeReport report = metrics.after(
                session, () -> pinged.run(() -> session.wiring().scrape(order, output), ScrapeCommand::end));
        output.close(report);
        if (report.isAllDown()) {
            session.console().say(Text.of(ScrapeCommand.class, "scrape.all_down"));
        }
        return JobEnds.tell(report.jobs(), session, exitCode(report));
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

    /** What is told to a dead man's switch. Sources of which some fail are watched apart. */
    private static End end(ScrapeReport report) {
        String counts = "sources=%d failed=%d promos=%d new=%d bytes=%d"
                .formatted(
                        report.sources().size(),
                        report.failures().size(),
                        report.found().size(),
                        report.newPromos(),
                        report.bytes());
        String failures = report.failures().stream()
                .map(source -> "\n" + source.source() + " " + source.outcome().slug())
                .collect(Collectors.joining());
        boolean nothing = !report.sources().isEmpty()
                && report.failures().size() == report.sources().size();
        return new End(nothing, counts + failures);
    }

    static int exitCode(ScrapeReport report) {
        if (report.isWhole()) {
            return ExitCode.OK;
        }
        return report.isAllDown() ? ExitCode.EXTERNAL : ExitCode.PARTLY_FAILED;
    }
}
