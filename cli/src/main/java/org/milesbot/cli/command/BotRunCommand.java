package org.milesbot.cli.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.milesbot.api.Text;
import org.milesbot.cli.bot.Bot;
import org.milesbot.cli.wiring.Attendance;
import org.milesbot.cli.wiring.Bots;
import picocli.CommandLine.Command;

/** Talks with people on Telegram until it is stopped. */
@Command(name = "bot")
final class BotRunCommand implements Callable<Integer> {

    private static final long MOST_SECONDS = 10;

    private final Session session;

    BotRunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Aloud aloud = new Aloud(session.console());
            new Attendance(session.settings(), session.surroundings().clock(), aloud).bot(work(aloud, ended));
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    private static Bots.Work work(Aloud aloud, CountDownLatch ended) {
        return new Bots.Work() {
            @Override
            public void waits() {
                aloud.say(Text.of(BotRunCommand.class, "bot.waits"));
            }

            @Override
            public void with(Bot bot) throws InterruptedException {
                Thread stop = new Thread(() -> stop(bot, ended), "stop");
                Runtime.getRuntime().addShutdownHook(stop);
                aloud.say(Text.of(BotRunCommand.class, "bot.listens"));
                bot.run();
            }
        };
    }

    /** What has begun is finished before the process ends. */
    private static void stop(Bot bot, CountDownLatch ended) {
        bot.close();
        try {
            if (!ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
