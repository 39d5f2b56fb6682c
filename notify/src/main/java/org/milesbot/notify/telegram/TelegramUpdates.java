package org.milesbot.notify.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Listens to what people say to a bot, by long polling. The library asks again and again; from where on, how long it waits
 * after a failure, and when to give up is decided here.
 */
public final class TelegramUpdates implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TelegramUpdates.class);
    private static final Duration POLL = Duration.ofSeconds(50);
    private static final long MOST_ANSWERED = 32L * 1024 * 1024;

    private final TelegramSettings settings;
    private final Setbacks setbacks;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable String lockedOut;

    /** What keeps updates. */
    public interface Sink {

        /** The number of the first update that is not kept yet; 0 if none is. */
        long next();

        /** Keeps updates. What it throws makes Telegram hand them over once more. */
        void take(List<RawUpdate> updates);
    }

    public TelegramUpdates(TelegramSettings settings) {
        this.settings = settings;
        setbacks = new Setbacks(
                new Scrubber(settings.token()),
                why -> {
                    lockedOut = why;
                    over.countDown();
                },
                () -> over.getCount() == 0);
        http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(POLL.plusSeconds(15))
                .callTimeout(POLL.plusSeconds(30))
                .followRedirects(false)
                .addInterceptor(setbacks)
                .addInterceptor(new BoundedAnswer(MOST_ANSWERED))
                .build();
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread polling = new Thread(work, "telegram-updates");
            polling.setDaemon(true);
            return polling;
        });
    }

    /**
     * Listens until it is closed.
     *
     * @throws MilesbotException of kind CONFIGURATION if Telegram does not take the token
     */
    public void listen(Sink sink) throws InterruptedException {
        BotSession session = new BotSession(
                new ObjectMapper(),
                http,
                thread,
                settings.token(),
                settings::place,
                last -> new Polled(sink.next(), (int) POLL.toSeconds(), updates -> keep(sink, updates)),
                () -> setbacks,
                nothing -> {});
        while (over.getCount() > 0 && !isStarted(session)) {
            over.await(setbacks.nextBackOffMillis(), TimeUnit.MILLISECONDS);
        }
        over.await();
        session.stop();
        String why = lockedOut;
        if (why != null) {
            throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(TelegramUpdates.class, "token.refused", why));
        }
    }

    private static void keep(Sink sink, List<RawUpdate> updates) {
        try {
            sink.take(updates);
        } catch (RuntimeException e) {
            log.error("{} updates were not kept; Telegram will hand them over again", updates.size(), e);
            throw e;
        }
    }

    /** Starting takes away a webhook, if there is one: Telegram hands over updates by one way only. */
    private static boolean isStarted(BotSession session) {
        try {
            session.start();
            return true;
        } catch (TelegramApiException e) {
            log.debug("not started yet", e);
            return false;
        }
    }

    /** Listens no more; what is being handed over is kept or handed over again. */
    @Override
    public void close() {
        over.countDown();
        thread.shutdownNow();
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
