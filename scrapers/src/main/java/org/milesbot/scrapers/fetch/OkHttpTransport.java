package org.milesbot.scrapers.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Body;
import org.milesbot.scrapers.recording.Answer;
import org.milesbot.scrapers.recording.Exchange;
import org.milesbot.scrapers.recording.Header;
import org.milesbot.scrapers.recording.Headers;
import org.milesbot.scrapers.recording.SentRequest;

/** The network. The client is made with the first request, because making it takes a third of a second. */
final class OkHttpTransport implements Transport {

    private final FetchSettings settings;
    private final Clock clock;
    private final Dns names;
    private @Nullable OkHttpClient made;

    OkHttpTransport(FetchSettings settings, Clock clock, Dns names) {
        this.settings = settings;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public Exchange send(SentRequest sent) throws IOException {
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long start = System.nanoTime();
        try (Response response = client(sent.uri()).newCall(request(sent)).execute()) {
            Answer answer = new Answer(response.code(), headers(response), body(sent, response));
            return new Exchange(sent, startedAt, Duration.ofNanos(System.nanoTime() - start), answer);
        }
    }

    private static Request request(SentRequest sent) throws IOException {
        Request.Builder builder = new Request.Builder();
        try {
            builder.url(sent.uri().toString());
        } catch (IllegalArgumentException e) {
            throw new FetchEndedException(Outcomes.failed("failed.address", sent.uri()), e);
        }
        sent.headers().lines().forEach(line -> builder.addHeader(line.name(), line.value()));
        sent.secrets().lines().forEach(line -> builder.header(line.name(), line.value()));
        return builder.build();
    }

    private Body body(SentRequest sent, Response response) throws IOException {
        int most = settings.limits().bytes();
        if (response.body().contentLength() > most) {
            throw Decompression.tooLarge(sent.uri(), most);
        }
        // Closing an answer that was not read to its end drops the connection; no one waits for the rest.
        try (InputStream in = response.body().byteStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Decompression.tooLarge(sent.uri(), most);
            }
            return Body.of(bytes);
        }
    }

    private static Headers headers(Response response) {
        List<Header> lines = new ArrayList<>();
        response.headers().forEach(line -> lines.add(new Header(line.getFirst(), line.getSecond())));
        return new Headers(lines);
    }

    /** A client that connects to public addresses only, unless the settings let this one be private. */
    OkHttpClient client(URI uri) {
        OkHttpClient client = client();
        boolean allowed = settings.allowsPrivate(Site.of(uri));
        return allowed ? client.newBuilder().dns(names).build() : client;
    }

    private synchronized OkHttpClient client() {
        if (made == null) {
            FetchSettings.Limits limits = settings.limits();
            made = new OkHttpClient.Builder()
                    .dns(this::publicAddresses)
                    // A proxy would look names up by itself, out of reach of the check above.
                    .proxy(Proxy.NO_PROXY)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectTimeout(limits.connect())
                    .readTimeout(limits.read())
                    .writeTimeout(limits.read())
                    .callTimeout(limits.total())
                    .build();
        }
        return made;
    }

    /** Only what is returned here is connected to, so no second look-up can slip another address in. */
    private List<InetAddress> publicAddresses(String host) throws UnknownHostException {
        List<InetAddress> open = names.lookup(host).stream()
                .filter(address -> !AddressRanges.isPrivate(address))
                .toList();
        if (open.isEmpty()) {
            throw new PrivateAddressException(host);
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.dispatcher().executorService().shutdown();
            made.connectionPool().evictAll();
        }
    }
}
