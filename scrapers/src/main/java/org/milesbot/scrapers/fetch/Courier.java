package org.milesbot.scrapers.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.TimedOut;
import org.milesbot.scrapers.fetch.Reply.Answered;
import org.milesbot.scrapers.fetch.Reply.Ended;
import org.milesbot.scrapers.recording.Answer;
import org.milesbot.scrapers.recording.Exchange;
import org.milesbot.scrapers.recording.Headers;
import org.milesbot.scrapers.recording.SentRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one exchange: waits for its turn at the host, sends, decompresses, and remembers what the host asked for. */
final class Courier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final FetchSettings settings;
    private final Transport transport;
    private final HostQueue.Pace pace;
    private final Consumer<Exchange> recorder;
    private final Decompression decompression;
    private final Map<String, HostQueue> queues = new ConcurrentHashMap<>();

    Courier(FetchSettings settings, Transport transport, HostQueue.Pace pace, Consumer<Exchange> recorder) {
        this.settings = settings;
        this.transport = transport;
        this.pace = pace;
        this.recorder = recorder;
        this.decompression = new Decompression(settings.limits().bytes());
    }

    HostQueue queue(String host) {
        return queues.computeIfAbsent(host, name -> new HostQueue(settings.politeness(), pace));
    }

    Reply ask(SentRequest request) throws InterruptedException {
        String host = Site.of(request.uri()).host();
        HostQueue queue = queue(host);
        queue.enter();
        try {
            Duration closed = queue.closedFor();
            if (!closed.isZero()) {
                return new Ended(new Blocked(Text.of(Courier.class, "blocked.wait", host), closed));
            }
            queue.rest();
            return send(request, queue);
        } finally {
            queue.leave();
        }
    }

    private Reply send(SentRequest request, HostQueue queue) {
        Instant startedAt = pace.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        long start = System.nanoTime();
        try {
            Exchange exchange = decompressed(transport.send(request));
            log.debug("{} answered {}", request.uri(), exchange.answer().status());
            remember(exchange.answer(), queue);
            return new Answered(exchange);
        } catch (IOException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            FetchResult result = result(request.uri(), e, took);
            log.debug("{} ended as {}", request.uri(), result);
            if (!(e instanceof PrivateAddressException)) {
                recorder.accept(new Exchange(request, startedAt, took, new Answer(0, Headers.NONE, Body.of(""))));
            }
            return new Ended(result);
        } finally {
            queue.requested();
        }
    }

    private Exchange decompressed(Exchange sent) throws IOException {
        Body body = decompression.decompress(sent.request().uri(), sent.answer());
        Exchange exchange = new Exchange(
                sent.request(), sent.startedAt(), sent.took(), sent.answer().withBody(body));
        recorder.accept(exchange);
        return exchange;
    }

    private void remember(Answer answer, HostQueue queue) {
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() == UNAVAILABLE) {
            Duration wait = RetryAfter.parse(answer.headers().first("Retry-After"), pace.clock());
            if (wait != null) {
                queue.close(wait);
            }
        }
    }

    private static FetchResult result(URI uri, IOException e, Duration took) {
        String host = uri.getHost();
        if (e instanceof FetchEndedException ended) {
            return ended.result();
        }
        if (e instanceof PrivateAddressException found) {
            return AddressRules.privateAddress(found.host());
        }
        if (e instanceof InterruptedIOException) {
            return new TimedOut(took);
        }
        if (e instanceof UnknownHostException) {
            return Outcomes.failed("failed.name", uri, host);
        }
        if (e instanceof ConnectException) {
            return Outcomes.failed("failed.connect", uri, host);
        }
        if (e instanceof SSLException) {
            return Outcomes.failed("failed.tls", uri, host, String.valueOf(e.getMessage()));
        }
        return Outcomes.failed("failed.cut", uri, host, String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
