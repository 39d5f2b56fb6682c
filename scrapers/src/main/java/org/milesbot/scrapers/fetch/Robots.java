package org.milesbot.scrapers.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.TimedOut;
import org.milesbot.scrapers.fetch.Reply.Answered;
import org.milesbot.scrapers.fetch.Reply.Ended;
import org.milesbot.scrapers.fetch.RobotsMemory.RobotsTxt;
import org.milesbot.scrapers.recording.Answer;

/**
 * What the robots.txt of each site lets us do (RFC 9309). Asked for once a site, and again when it has become old; what a site
 * said is kept for the next process as well, trouble with it is not.
 */
final class Robots {

    private static final Set<String> NAMES = Set.of("milesbot");
    private static final int MOST_BYTES = 512 << 10;
    private static final int MOST_KEPT_BYTES = 64 << 10;
    private static final Duration RULES_LAST = Duration.ofDays(1);
    private static final Duration TROUBLE_LASTS = Duration.ofMinutes(5);

    /** Fetches a robots.txt, which no robots.txt can forbid. */
    @FunctionalInterface
    interface Door {
        Reply open(URI robots) throws InterruptedException;
    }

    private record Known(SimpleRobotRules rules, @Nullable FetchResult trouble, Instant until) {}

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Known known;

        boolean isCurrent(Instant now) {
            return known != null && now.isBefore(known.until());
        }
    }

    private final Clock clock;
    private final Door door;
    private final RobotsMemory memory;
    private final Map<Site, Entry> entries = new ConcurrentHashMap<>();

    Robots(Clock clock, Door door, RobotsMemory memory) {
        this.clock = clock;
        this.door = door;
        this.memory = memory;
    }

    /** Why an address may not be fetched; empty if it may. */
    Optional<FetchResult> objection(URI uri) throws InterruptedException {
        Site site = Site.of(uri);
        Known known = known(site);
        if (known.trouble() != null) {
            return Optional.of(known.trouble());
        }
        if (known.rules().isAllowed(uri.toString())) {
            return Optional.empty();
        }
        Text reason = Text.of(Robots.class, "blocked.robots", site.host(), uri.toString());
        return Optional.of(new Blocked(reason, null));
    }

    /** The pause between requests that a site asks for; zero if it asks for none. */
    Duration crawlDelay(URI uri) throws InterruptedException {
        long delay = known(Site.of(uri)).rules().getCrawlDelay();
        return delay == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(delay);
    }

    /** Asks a site unless its answer is known; true if it was asked. */
    boolean learn(URI uri) throws InterruptedException {
        Site site = Site.of(uri);
        Entry entry = entries.computeIfAbsent(site, key -> new Entry());
        entry.lock.lockInterruptibly();
        try {
            return learn(site, entry);
        } finally {
            entry.lock.unlock();
        }
    }

    private boolean learn(Site site, Entry entry) throws InterruptedException {
        Instant now = clock.instant();
        if (entry.isCurrent(now)) {
            return false;
        }
        entry.known = recalled(site, now);
        if (entry.known != null) {
            return false;
        }
        entry.known = ask(site);
        return true;
    }

    private @Nullable Known recalled(Site site, Instant now) {
        return memory.recall(site.robots())
                .filter(said ->
                        !said.at().isAfter(now) && now.isBefore(said.at().plus(RULES_LAST)))
                .map(said -> rules(site, said))
                .orElse(null);
    }

    private Known known(Site site) throws InterruptedException {
        Entry entry = entries.computeIfAbsent(site, key -> new Entry());
        entry.lock.lockInterruptibly();
        try {
            learn(site, entry);
            return Objects.requireNonNull(entry.known, "it was learnt");
        } finally {
            entry.lock.unlock();
        }
    }

    private Known ask(Site site) throws InterruptedException {
        Reply reply = door.open(site.robots());
        if (reply instanceof Answered answered) {
            return read(site, answered.exchange().answer());
        }
        FetchResult result = ((Ended) reply).result();
        return result instanceof TimedOut ? unreachable(site, null) : trouble(result);
    }

    private Known read(Site site, Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            byte[] bytes = answer.body().toBytes();
            return told(site, Body.of(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES))));
        }
        if (status == 429 || status >= 500) {
            return unreachable(site, RetryAfter.parse(answer.headers().first("Retry-After"), clock));
        }
        return told(site, Body.of(""));
    }

    private Known told(Site site, Body text) {
        RobotsTxt said = new RobotsTxt(text, clock.instant());
        if (text.size() <= MOST_KEPT_BYTES) {
            memory.keep(site.robots(), said);
        } else {
            memory.forget(site.robots());
        }
        return rules(site, said);
    }

    private static Known rules(Site site, RobotsTxt said) {
        return new Known(parse(site, said.text()), null, said.at().plus(RULES_LAST));
    }

    private static SimpleRobotRules parse(Site site, Body text) {
        // The parser forbids everything if the Crawl-delay is beyond its limit; ours is applied to the queue.
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(site.robots().toString(), text.toBytes(), "text/plain", NAMES);
    }

    private Known unreachable(Site site, @Nullable Duration retryAfter) {
        return trouble(new Blocked(Text.of(Robots.class, "blocked.robots_unreachable", site.host()), retryAfter));
    }

    private Known trouble(FetchResult result) {
        SimpleRobotRules none = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        Duration asked = result instanceof Blocked blocked ? blocked.retryAfter() : null;
        Duration lasts = asked != null && asked.compareTo(TROUBLE_LASTS) < 0 ? asked : TROUBLE_LASTS;
        return new Known(none, result, clock.instant().plus(lasts));
    }
}
