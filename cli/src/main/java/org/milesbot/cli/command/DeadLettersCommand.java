package org.milesbot.cli.command;

import java.util.List;
import org.milesbot.api.Text;
import org.milesbot.cli.output.NotifyOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after alerts that were given up. */
@Command(name = "dead", synopsisSubcommandLabel = "COMMAND")
final class DeadLettersCommand implements Runnable {

    private final Session session;

    @Spec
    CommandSpec spec;

    DeadLettersCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Text.of(DeadLettersCommand.class, "notify.dead.which")
                        .in(session.console().locale()));
    }

    @Command(name = "list")
    int list(@Option(names = "--limit", paramLabel = "N", defaultValue = "100") int limit) {
        new NotifyOutput(session.console(), session.json())
                .printDead(session.wiring()
                        .notifications(parts -> parts.deadLetters().list(Math.max(1, limit))));
        return ExitCode.OK;
    }

    @Command(name = "retry")
    int retry(@Parameters(paramLabel = "ID", arity = "0..*") List<Long> ids, @Option(names = "--all") boolean all) {
        List<Long> chosen = chosen(ids, all);
        int retried =
                session.wiring().notifications(parts -> parts.deadLetters().retry(chosen, parts.now()));
        session.console().say(Text.of(DeadLettersCommand.class, "notify.dead.retried", retried));
        return ExitCode.OK;
    }

    @Command(name = "drop")
    int drop(@Parameters(paramLabel = "ID", arity = "0..*") List<Long> ids, @Option(names = "--all") boolean all) {
        List<Long> chosen = chosen(ids, all);
        int dropped =
                session.wiring().notifications(parts -> parts.deadLetters().drop(chosen, parts.now()));
        session.console().say(Text.of(DeadLettersCommand.class, "notify.dead.dropped", dropped));
        return ExitCode.OK;
    }

    /** Those that were named, or none for all. To forget to name any must not mean all. */
    private List<Long> chosen(List<Long> ids, boolean all) {
        List<Long> named = ids == null ? List.of() : ids;
        if (named.isEmpty() != all) {
            throw new ParameterException(
                    spec.commandLine(),
                    Text.of(DeadLettersCommand.class, "notify.dead.choose")
                            .in(session.console().locale()));
        }
        return named;
    }
}
