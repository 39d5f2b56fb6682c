package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Refused;
import org.milesbot.api.source.FetchResult.TimedOut;
import org.milesbot.api.source.Validators;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.fetch.HostQueue.Pace;
import org.milesbot.scrapers.fetch.Reply.Answered;
import org.milesbot.scrapers.fetch.Reply.Ended;
import org.milesbot.scrapers.recording.Exchange;
import org.milesbot.scrapers.recording.HarRecorder;
import org.milesbot.scrapers.recording.Header;
import org.milesbot.scrapers.recording.Headers;
import org.milesbot.scrapers.recording.Recordings;
import org.milesbot.scrapers.recording.SentRequest;

/**
 * The fetcher: follows redirects, asking the address rules and robots.txt before each hop. Where answers come from, the
 * network or recordings, makes no difference to anything else.
 */
public final class HttpFetcher implements PacedFetcher, AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern HEADER_NAME = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,1000}");

    /** What only the fetcher says: who it is, and how the exchange runs. */
    private static final Set<String> ITS_OWN = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "host",
            "if-modified-since",
            "if-none-match",
            "transfer-encoding",
            "user-agent");

    private final FetchSettings settings;
    private final Courier courier;
    private final AddressRules addresses;
    private final Robots robots;
    private final Outcomes outcomes;
    private final boolean isLent;

    HttpFetcher(
            FetchSettings settings, Transport transport, Pace pace, Consumer<Exchange> recorder, RobotsMemory memory) {
        this.settings = settings;
        this.courier = new Courier(settings, transport, pace, recorder);
        this.addresses = new AddressRules(settings);
        this.robots = new Robots(pace.clock(), uri -> follow(FetchRequest.of(uri), false), memory);
        this.outcomes = new Outcomes(pace.clock());
        this.isLent = false;
    }

    private HttpFetcher(HttpFetcher lender) {
        this.settings = lender.settings;
        this.courier = lender.courier;
        this.addresses = lender.addresses;
        this.robots = lender.robots;
        this.outcomes = lender.outcomes;
        this.isLent = true;
    }

    /** The same, for somebody who closes it when they are done while others go on with it. */
    public HttpFetcher lent() {
        return new HttpFetcher(this);
    }

    /** Answers from the network. */
    public static HttpFetcher online(FetchSettings settings, Clock clock) {
        return online(settings, clock, RobotsMemory.NONE);
    }

    /** Answers from the network, asking for no robots.txt that is remembered. */
    public static HttpFetcher online(FetchSettings settings, Clock clock, RobotsMemory memory) {
        return online(settings, clock, exchange -> {}, memory);
    }

    /** Answers from the network, which are recorded as well. Does not close the recorder. */
    public static HttpFetcher recording(FetchSettings settings, Clock clock, HarRecorder recorder) {
        return online(settings, clock, recorder::record, RobotsMemory.NONE);
    }

    private static HttpFetcher online(
            FetchSettings settings, Clock clock, Consumer<Exchange> recorder, RobotsMemory memory) {
        Pace pace = new Pace(clock, duration -> Thread.sleep(duration.toMillis()), new Random());
        return new HttpFetcher(settings, new OkHttpTransport(settings, clock, Dns.SYSTEM), pace, recorder, memory);
    }

    /** Answers from recordings, without a pause and without any network; pages bear the time they were recorded at. */
    public static HttpFetcher replaying(FetchSettings settings, Clock clock, Recordings recordings) {
        Pace pace = new Pace(clock, duration -> {}, new Random());
        return new HttpFetcher(
                settings.withPoliteness(Politeness.NONE), recordings::answer, pace, exchange -> {}, RobotsMemory.NONE);
    }

    @Override
    public FetchResult fetch(FetchRequest request) {
        long start = System.nanoTime();
        try {
            Optional<Refused> header = headerObjection(request);
            if (header.isPresent()) {
                return header.get();
            }
            Reply reply = follow(request, true);
            if (reply instanceof Ended ended) {
                return ended.result();
            }
            return outcomes.of(request, ((Answered) reply).exchange());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TimedOut(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public Duration pauseBefore(URI uri) {
        return isAskable(uri) ? courier.queue(Site.of(uri).host()).pause() : Duration.ZERO;
    }

    @Override
    public boolean prepare(URI uri) {
        try {
            return isAskable(uri) && robots.learn(uri);
        } catch (InterruptedException e) {
            // What comes next is interrupted as well, and says so.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isAskable(URI uri) {
        return addresses.objection(uri).isEmpty();
    }

    /** Names the header only: its value may be a key. */
    private static Optional<Refused> headerObjection(FetchRequest request) {
        return request.headers().entrySet().stream()
                .filter(header -> ITS_OWN.contains(header.getKey())
                        || !HEADER_NAME.matcher(header.getKey()).matches()
                        || !HEADER_VALUE.matcher(header.getValue()).matches())
                .map(header -> refused("refused.header", request.uri(), header.getKey()))
                .findFirst();
    }

    private Reply follow(FetchRequest first, boolean obeysRobots) throws InterruptedException {
        URI uri = first.uri();
        for (int hop = 0; hop <= settings.limits().redirects(); hop++) {
            Optional<? extends FetchResult> objection = objection(uri, obeysRobots);
            if (objection.isPresent()) {
                return new Ended(objection.get());
            }
            Reply reply = courier.ask(request(uri, first));
            String location = location(reply);
            if (location == null) {
                return reply;
            }
            Optional<URI> next = resolve(uri, location);
            if (next.isEmpty()) {
                return new Ended(refused("refused.redirect", uri, location));
            }
            uri = next.get();
        }
        return new Ended(refused(
                "refused.redirects",
                first.uri(),
                String.valueOf(settings.limits().redirects())));
    }

    private Optional<? extends FetchResult> objection(URI uri, boolean obeysRobots) throws InterruptedException {
        Optional<? extends FetchResult> address = addresses.objection(uri);
        if (address.isPresent() || !obeysRobots) {
            return address;
        }
        Optional<FetchResult> forbidden = robots.objection(uri);
        if (forbidden.isEmpty()) {
            courier.queue(Site.of(uri).host()).slowDown(robots.crawlDelay(uri));
        }
        return forbidden;
    }

    private SentRequest request(URI uri, FetchRequest asked) {
        Validators validators = asked.validators();
        Headers headers = new Headers(List.of(
                new Header("User-Agent", settings.agent()),
                new Header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                new Header("Accept-Language", "pt-BR,pt;q=0.9,en;q=0.5"),
                new Header("Accept-Encoding", "gzip")));
        headers = with(headers, "If-None-Match", validators.etag());
        headers = with(headers, "If-Modified-Since", validators.lastModified());
        return new SentRequest("GET", uri, headers, secrets(uri, asked));
    }

    /** A key is meant for the server that was asked, not for wherever that one sends us. */
    private static Headers secrets(URI uri, FetchRequest asked) {
        if (asked.headers().isEmpty() || !Site.of(uri).equals(Site.of(asked.uri()))) {
            return Headers.NONE;
        }
        return new Headers(asked.headers().entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList());
    }

    private static Headers with(Headers headers, String name, @Nullable String value) {
        boolean sendable = value != null && HEADER_VALUE.matcher(value).matches();
        return sendable && value != null ? headers.with(name, value) : headers;
    }

    private static @Nullable String location(Reply reply) {
        return reply instanceof Answered answered
                        && REDIRECTS.contains(answered.exchange().answer().status())
                ? answered.exchange().answer().headers().first("Location")
                : null;
    }

    /** Location headers are written by hand as often as not; okhttp reads them as browsers do. */
    private static Optional<URI> resolve(URI base, String location) {
        HttpUrl from = HttpUrl.parse(base.toString());
        HttpUrl to = from == null ? null : from.resolve(location);
        return Optional.ofNullable(to).map(HttpUrl::uri);
    }

    private static Refused refused(String key, URI uri, String argument) {
        return new Refused(Text.of(HttpFetcher.class, key, uri.toString(), argument));
    }

    /** Ends the connections that are kept open for the next request. */
    @Override
    public void close() {
        if (!isLent) {
            courier.close();
        }
    }
}
