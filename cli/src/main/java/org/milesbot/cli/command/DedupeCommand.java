package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.job.JobPhase;
import org.milesbot.cli.command.Pinged.End;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.EventOutput;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.pipeline.DedupePipeline.Order;
import org.milesbot.cli.pipeline.SightingFile;
import org.milesbot.store.dedupe.Settled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settles which sightings are of one campaign. */
@Command(name = "dedupe", addMethodSubcommands = false)
final class DedupeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Option(names = "--rebuild")
    boolean rebuild;

    @Option(names = "--seed")
    boolean seed;

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    String input;

    @Option(names = "--ping-url", paramLabel = "URL")
    @Nullable
    String pingUrl;

    @Mixin
    MetricsFileOption metrics = new MetricsFileOption();

    DedupeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (input == null) {
            return settle();
        }
        if (rebuild || seed || pingUrl != null || metrics.file != null) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(DedupeCommand.class, "dedupe.input_alone"));
        }
        return cluster(input);
    }

    private int settle() {
        Console console = session.console();
        EventOutput output = new EventOutput(console, session.json());
        Order order = new Order(rebuild, seed);
        Pinged pinged = new Pinged(session, pingUrl);
        Optional<Settled> settled = metrics.after(
                session,
                () -> pinged.run(
                        () -> session.wiring().dedupe(order, step -> output.print(step.events())), DedupeCommand::end));
        console.say(settled.map(DedupeCommand::sum).orElse(Text.of(DedupeCommand.class, "dedupe.busy")));
        JobsReport jobs = settled.isEmpty() ? JobsReport.NONE : session.wiring().jobs(JobPhase.DEDUPE);
        return JobEnds.tell(jobs, session, ExitCode.OK);
    }

    /** What is told to a dead man's switch. That another process is at it is no failure: the work is being done. */
    private static End end(Optional<Settled> settled) {
        return new End(
                false,
                settled.map(all -> "sightings=%d promos=%d changed=%d merged=%d events=%d"
                                .formatted(
                                        all.sightings(),
                                        all.promos(),
                                        all.changed(),
                                        all.merged(),
                                        all.events().size()))
                        .orElse("busy"));
    }

    private static Text sum(Settled settled) {
        return Text.of(
                DedupeCommand.class,
                "dedupe.sum",
                settled.sightings(),
                settled.promos(),
                settled.changed(),
                settled.merged(),
                settled.events().size());
    }

    private int cluster(String file) {
        SightingFile sightings = file.equals(STANDARD_INPUT)
                ? SightingFile.of(session.surroundings().in())
                : SightingFile.open(file, session.resolve(Path.of(file)));
        Console console = session.console();
        sightings.refusals().forEach(console::complain);
        sightings.campaigns().forEach(placed -> {
            if (session.json()) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("sighting", placed.id());
                line.put("campaign", placed.campaign());
                console.out().println(JsonLine.of(line));
            } else {
                console.out().println(placed.campaign() + "\t" + placed.id());
            }
        });
        console.say(Text.of(
                DedupeCommand.class,
                "dedupe.clustered",
                sightings.campaigns().size(),
                sightings.campaigns().stream()
                        .mapToInt(SightingFile.Placed::campaign)
                        .max()
                        .orElse(0)));
        return sightings.refusals().isEmpty() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }
}
