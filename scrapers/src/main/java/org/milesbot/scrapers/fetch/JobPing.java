package org.milesbot.scrapers.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.fetch.FetchSettings.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a dead man's switch that a job begins and how it ended, as healthchecks.io has it: the address with
 * {@code /start}, the address itself with what was counted, the address with {@code /fail} and the reason. The address
 * is a secret; of it, nothing but the host is ever told. No job fails for a ping, and none waits for more than
 * {@link #LONGEST_WAIT} at its end: pings go out beside it, one after the other.
 */
public final class JobPing implements AutoCloseable {

    /** How long the end of a job waits for its pings. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

    private static final Logger log = LoggerFactory.getLogger(JobPing.class);

    private static final Duration LONGEST_PING = Duration.ofSeconds(5);
    private static final int LARGEST_BODY = 10_000;
    private static final MediaType PLAIN = MediaType.get("text/plain; charset=utf-8");

    private final @Nullable HttpUrl address;
    private final FetchSettings settings;
    private final OkHttpTransport transport;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ping");
        thread.setDaemon(true);
        return thread;
    });

    private JobPing(@Nullable HttpUrl address, FetchSettings settings, Clock clock) {
        this.address = address;
        this.settings = settings.withLimits(new Limits(LARGEST_BODY, 0, LONGEST_PING, LONGEST_PING, LONGEST_PING));
        this.transport = new OkHttpTransport(this.settings, clock, Dns.SYSTEM);
    }

    /**
     * Pings an address; none at all if it is null. One in a private network is pinged only if the settings allow it.
     *
     * @param address an http or https address
     */
    public static JobPing to(@Nullable URI address, FetchSettings settings, Clock clock) {
        if (address == null) {
            return new JobPing(null, settings, clock);
        }
        if (new AddressRules(settings).objection(address).isPresent()) {
            log.warn(
                    "the ping address at {} is private or none that can be fetched; no ping is sent",
                    address.getHost());
            return new JobPing(null, settings, clock);
        }
        return new JobPing(HttpUrl.get(address.toString()), settings, clock);
    }

    /** The job begins. */
    public void start() {
        send("start", "");
    }

    /** The job did its work. */
    public void success(String counts) {
        send(null, counts);
    }

    /** The job did not do its work. */
    public void fail(String reason) {
        send("fail", reason);
    }

    private void send(@Nullable String ending, String body) {
        if (address == null) {
            return;
        }
        HttpUrl url = ending == null
                ? address
                : address.newBuilder().addPathSegment(ending).build();
        beside.execute(() -> post(url, body));
    }

    // Messages of exceptions may name the address, so none is logged.
    private void post(HttpUrl url, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Request request = new Request.Builder()
                .url(url)
                .header("User-Agent", settings.agent())
                .post(RequestBody.create(Arrays.copyOf(bytes, Math.min(bytes.length, LARGEST_BODY)), PLAIN))
                .build();
        try (Response response = transport.client(url.uri()).newCall(request).execute()) {
            if (!response.isSuccessful()) {
                log.warn("the ping to {} was answered with HTTP {}", url.host(), response.code());
            }
        } catch (IOException e) {
            log.warn("the ping to {} failed: {}", url.host(), e.getClass().getSimpleName());
        }
    }

    /** Waits a little for what is under way. */
    @Override
    public void close() {
        beside.shutdown();
        try {
            if (!beside.awaitTermination(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("a ping was given up after {} s", LONGEST_WAIT.toSeconds());
                beside.shutdownNow();
            }
        } catch (InterruptedException e) {
            beside.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            transport.close();
        }
    }
}
