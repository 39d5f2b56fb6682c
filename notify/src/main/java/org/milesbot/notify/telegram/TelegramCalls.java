package org.milesbot.notify.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.notify.Receipt;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
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
        client = new OkHttpTelegramClient(http, settings.token(), settings.place());
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

    /** Sends a message. */
    Receipt send(SendMessage message) {
        return settled(() -> answer(message).receipt(scrubber));
    }

    /** Makes a call whose answer need not be a message. */
    Receipt call(BotApiMethod<?> method) {
        return settled(() -> answer(method).outcome(scrubber));
    }

    /** Sends a picture. */
    Receipt send(SendPhoto photo) {
        return settled(() -> arrived(client.executeAsync(photo)));
    }

    /** Sends a file. */
    Receipt send(SendDocument document) {
        return settled(() -> arrived(client.executeAsync(document)));
    }

    /** What the bot is called in mentions, without the sign before it. */
    String username() {
        String[] username = {""};
        Receipt receipt = settled(() -> {
            Answer answer = answer(new GetMe());
            username[0] = answer.username();
            return answer.outcome(scrubber);
        });
        if (receipt instanceof Receipt.Locked locked) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(TelegramCalls.class, "token.refused", locked.reason()));
        }
        if (!(receipt instanceof Receipt.Sent)) {
            throw new MilesbotException(
                    ErrorKind.EXTERNAL, Text.of(TelegramCalls.class, "unreachable", String.valueOf(receipt)));
        }
        return username[0];
    }

    private interface Attempt {
        Receipt make() throws TelegramApiException, ExecutionException, TimeoutException, InterruptedException;
    }

    private Answer answer(BotApiMethod<?> method)
            throws TelegramApiException, ExecutionException, TimeoutException, InterruptedException {
        return inTime(client.executeAsync(new Sending(method)));
    }

    private Receipt arrived(CompletableFuture<Message> sent)
            throws ExecutionException, TimeoutException, InterruptedException {
        return new Receipt.Sent(inTime(sent).getMessageId());
    }

    private <T> T inTime(CompletableFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(patience.whole().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    }

    private Receipt failed(Throwable cause) {
        return cause instanceof TelegramApiRequestException refused && refused.getErrorCode() != null
                ? Answer.refusal(refused).outcome(scrubber)
                : new Receipt.Unreachable(scrubber.scrubbed(cause));
    }

    private Receipt settled(Attempt attempt) {
        try {
            return attempt.make();
        } catch (TelegramApiValidationException e) {
            return new Receipt.Refused(scrubber.scrubbed(e));
        } catch (TelegramApiException | TimeoutException e) {
            return new Receipt.Unreachable(scrubber.scrubbed(e));
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
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
