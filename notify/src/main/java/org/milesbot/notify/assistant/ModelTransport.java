package org.milesbot.notify.assistant;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.milesbot.notify.assistant.Suggestion.Outage;

/**
 * Carries the library's requests, once each: bounded in time from the first byte to the last and in what may be answered,
 * and never sent elsewhere by a redirect.
 */
final class ModelTransport implements HttpClient, HttpClientBuilder, AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(5);
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final long MOST_ANSWERED = 256 * 1024;

    private final Duration patience;
    private final OkHttpClient http;
    private volatile boolean isClosed;

    ModelTransport(Duration patience) {
        this.patience = patience;
        Duration connecting = patience.compareTo(LONGEST_CONNECTING) < 0 ? patience : LONGEST_CONNECTING;
        http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(5, 1, TimeUnit.MINUTES))
                .socketFactory(new PromptSockets())
                .callTimeout(patience)
                .connectTimeout(connecting)
                .readTimeout(patience)
                .writeTimeout(patience)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Request.Builder carried =
                new Request.Builder().url(request.url()).post(RequestBody.create(request.body(), JSON));
        request.headers().forEach((name, values) -> values.forEach(value -> carried.header(name, value)));
        try (Response response = http.newCall(carried.build()).execute()) {
            if (!response.isSuccessful()) {
                throw failed(response.code(), response.header("Retry-After"));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.code())
                    .body(bounded(response.body().source()))
                    .build();
        } catch (InterruptedIOException e) {
            throw new CallFailed(Outage.TIMED_OUT, "no whole answer in time", soon(), e);
        } catch (IOException e) {
            throw new CallFailed(Outage.UNREACHABLE, "no connection, or one that broke", soon(), e);
        }
    }

    private @Nullable Duration soon() {
        return isClosed || Thread.currentThread().isInterrupted() ? null : PAUSE;
    }

    private static String bounded(BufferedSource source) throws IOException {
        if (source.request(MOST_ANSWERED + 1)) {
            throw new CallFailed(Outage.UNREADABLE, "an answer of more than " + MOST_ANSWERED + " bytes", null, null);
        }
        return source.readUtf8();
    }

    private static CallFailed failed(int status, @Nullable String retryAfter) {
        String why = "status " + status;
        if (status == 401 || status == 403) {
            return new CallFailed(Outage.LOCKED, why, null, null);
        }
        if (status == 429) {
            return new CallFailed(Outage.BUSY, why, told(retryAfter), null);
        }
        if (status >= 500) {
            return new CallFailed(Outage.FAILED, why, retryAfter == null ? PAUSE : told(retryAfter), null);
        }
        return new CallFailed(Outage.REFUSED, why, null, null);
    }

    /** How long the endpoint wants to be left alone; null if it does not say, or for longer than anyone waits. */
    private static @Nullable Duration told(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.matches("[0-9]{1,4}")) {
            return null;
        }
        long seconds = Long.parseLong(retryAfter);
        return seconds > LONGEST_WAIT_SECONDS ? null : PAUSE.plusSeconds(seconds);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    @Override
    public Duration connectTimeout() {
        return patience;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return patience;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public void close() {
        isClosed = true;
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
