package org.milesbot.cli.command;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.command.Pinged.End;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.notify.NotifyPipeline.Report;
import org.milesbot.cli.output.AlertExplanation;
import org.milesbot.cli.output.NotifyOutput;
import org.milesbot.store.alert.Explained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells people of what happened. */
@Command(name = "notify", addMethodSubcommands = false)
final class NotifyCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--explain", arity = "2", paramLabel = "USER PROMO", hideParamSyntax = true)
    @Nullable
    List<String> explain;

    @Option(names = "--ping-url", paramLabel = "URL")
    @Nullable
    String pingUrl;

    @Mixin
    MetricsFileOption metrics = new MetricsFileOption();

    NotifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (explain != null) {
            if (dryRun || isTold()) {
                throw wrong("notify.explain_alone");
            }
            return explain(explain.get(0), explain.get(1));
        }
        if (dryRun) {
            if (isTold()) {
                throw wrong("notify.dry_run_pings_nobody");
            }
            return rehearse();
        }
        return send();
    }

    /** Whether somebody is told of the job, which then has to be one. */
    private boolean isTold() {
        return pingUrl != null || metrics.file != null;
    }

    private int send() {
        NotifyOutput output = new NotifyOutput(session.console(), session.json());
        Pinged pinged = new Pinged(session, pingUrl);
        Report report = metrics.after(
                session,
                () -> pinged.run(
                        () -> session.wiring().notifications(parts -> parts.send(output::print)),
                        sent -> new End(false, sent.counts().toString())));
        output.print(report);
        int own = report.delivery().dead() > 0 ? ExitCode.PARTLY_FAILED : ExitCode.OK;
        return JobEnds.tell(report.jobs(), session, own);
    }

    private int rehearse() {
        NotifyOutput output = new NotifyOutput(session.console(), session.json());
        session.wiring().notifications(parts -> {
            parts.rehearse(output::print);
            return parts;
        });
        output.sayWhatWasPlanned();
        return ExitCode.OK;
    }

    private int explain(String user, String promo) {
        long telegramId = chat(user);
        UUID id = new PromoExplanation(session).id(promo);
        Explained explained = session.wiring()
                .notifications(parts -> parts.explain(telegramId, id))
                .orElseThrow(() -> wrong("notify.unknown_user", user));
        new AlertExplanation(session.console()).print(explained, session.json());
        return ExitCode.OK;
    }

    private static long chat(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(NotifyCommand.class, "notify.user_form", Quoted.of(written)), e);
        }
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(NotifyCommand.class, key, arguments));
    }
}
