package org.milesbot.cli.command;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Secret;
import org.milesbot.scrapers.fetch.JobPing;

/** A job between the pings that tell a dead man's switch that it begins and how it ended. */
final class Pinged {

    private final Session session;
    private final @Nullable String url;

    /**
     * @param url what the person gave with {@code --ping-url}, or null
     */
    Pinged(Session session, @Nullable String url) {
        this.session = session;
        this.url = url;
    }

    /**
     * How a job ended.
     *
     * @param failed whether it did not do its work
     * @param words what it counted, or why it failed; in English
     */
    record End(boolean failed, String words) {}

    /** Does the job and returns what it returns; an error of the job is told, too. */
    <T> T run(Supplier<T> job, Function<T, End> end) {
        try (JobPing ping = session.wiring().ping(given())) {
            ping.start();
            try {
                T done = job.get();
                tell(ping, end.apply(done));
                return done;
            } catch (MilesbotException e) {
                ping.fail(String.valueOf(e.getMessage()));
                throw e;
            } catch (RuntimeException e) {
                ping.fail(e.getClass().getSimpleName());
                throw e;
            }
        }
    }

    private static void tell(JobPing ping, End end) {
        if (end.failed()) {
            ping.fail(end.words());
        } else {
            ping.success(end.words());
        }
    }

    private @Nullable Secret given() {
        if (url == null) {
            return null;
        }
        Secret address = Secret.webAddress(url);
        if (address == null) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(Pinged.class, "ping.url"));
        }
        return address;
    }
}
