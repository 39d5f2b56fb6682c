package org.milesbot.notify.telegram;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.milesbot.api.notify.Receipt;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** One call of the Bot API at a time for each thread that asks: no retries, everything bounded, every outcome a receipt. */
final class TelegramCalls implements AutoCloseable {

    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param read for the next byte
     * @param whole for all of a call
     */
    record Patience(Duration connect, Duration read, Duration whole) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    private static final int MOST_AT_ONCE = 128;
    private static final long MOST_ANSWERED = 256 * 1024;

    private final Patience patience;
    private final Scrubber scrubber;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;

    TelegramCalls(TelegramSettings settings, Patience patience) {
        this.patience = patience;
        scrubber = new Scrubber(settings.token());
        http = http(patience);
        client = new OkHttpTelegramClient(
                http,
                settings.token(),
                TelegramUrl.builder()
                        .schema(settings.url().getScheme())
                        .host(settings.url().getHost())
                        .port(settings.port())
                        .testServer(false)
                        .build());
    }

    private static OkHttpClient http(Patience patience) {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), TelegramCalls::daemon));
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_AT_ONCE, 1, TimeUnit.MINUTES))
                .connectTimeout(patience.connect())
                .readTimeout(patience.read())
                .writeTimeout(patience.read())
                .callTimeout(patience.whole())
                // A second try might be a second message; and a redirect would carry the token elsewhere.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(new BoundedAnswer(MOST_ANSWERED))
                .build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "telegram");
        thread.setDaemon(true);
        return thread;
    }

    Receipt send(SendMessage message) {
        try {
            return client.executeAsync(new Sending(message))
                    .get(patience.whole().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                    .receipt(scrubber);
        } catch (TelegramApiValidationException e) {
            return new Receipt.Refused(scrubber.scrubbed(e));
        } catch (TelegramApiException | TimeoutException e) {
            return new Receipt.Unreachable(scrubber.scrubbed(e));
        } catch (ExecutionException e) {
            return new Receipt.Unreachable(scrubber.scrubbed(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Receipt.Unreachable("interrupted");
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
