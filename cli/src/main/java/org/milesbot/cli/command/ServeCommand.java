package org.milesbot.cli.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.WebSettings;
import org.milesbot.cli.wiring.Attendance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows everything on a web page until it is stopped. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    private static final long MOST_SECONDS = 10;
    private static final int LAST_PORT = 65_535;

    private final Session session;

    @Option(names = "--host", paramLabel = "HOST")
    @Nullable
    String host;

    @Option(names = "--port", paramLabel = "N")
    @Nullable
    Integer port;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(ServeCommand.class, "serve.port", Integer.toString(port)));
        }
        WebSettings web = session.settings().web().at(host, port);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, ended), "stop"));
        try {
            Aloud aloud = new Aloud(session.console());
            attendance(aloud).serve(web, address -> {
                aloud.say(Text.of(ServeCommand.class, "serve.listens", address));
                asked.await();
            });
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    private Attendance attendance(Aloud aloud) {
        return new Attendance(session.settings(), session.surroundings().clock(), aloud);
    }

    /** What is being answered is finished before the process ends. */
    private static void stop(CountDownLatch asked, CountDownLatch ended) {
        asked.countDown();
        try {
            if (!ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
