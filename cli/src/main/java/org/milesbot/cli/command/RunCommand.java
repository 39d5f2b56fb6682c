package org.milesbot.cli.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.milesbot.api.Text;
import org.milesbot.cli.duty.Duty;
import org.milesbot.cli.wiring.Daemon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does all duties in one process until it is stopped. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    /** Of the ten seconds that SIGTERM gives, what is left for the machine of Java itself. */
    private static final long MOST_MILLIS = 9_500;

    private final Session session;

    @Option(names = "--only", paramLabel = "DUTY", split = ",")
    List<String> only = List.of();

    @Option(names = "--without", paramLabel = "DUTY", split = ",")
    List<String> without = List.of();

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<Duty> duties = Duty.chosen(only, without);
        Aloud aloud = new Aloud(session.console());
        String names = duties.stream().map(Duty::slug).collect(Collectors.joining(", "));
        aloud.say(Text.of(RunCommand.class, "run.begins", names));
        Daemon daemon = new Daemon(
                session.settings(),
                session.surroundings().clock(),
                duties,
                aloud,
                session.surroundings().environment());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(daemon, ended), "stop"));
        try {
            daemon.run();
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /**
     * What has begun is finished, or handed back, before the process ends. To end because one was asked to is no failure,
     * which the machine of Java takes it for.
     */
    private static void stop(Daemon daemon, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        daemon.end();
        try {
            ended.await(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.OK);
    }
}
