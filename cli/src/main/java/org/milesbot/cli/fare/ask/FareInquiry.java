package org.milesbot.cli.fare.ask;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AirportPair;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Failed;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.TimedOut;
import org.milesbot.api.source.Fetcher;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.cli.pipeline.Sentences;
import org.milesbot.store.fare.FareBudget;
import org.milesbot.store.fare.FareGrant.Granted;

/**
 * One question put to one provider, page after page. A request that comes to nothing is made again with growing pauses; one that
 * the provider refuses is not, and the provider is left alone for as long as it says. What was read until then counts.
 */
final class FareInquiry {

    /** More pages than this are no answer to a question but a crawl. */
    static final int MOST_REQUESTS = 50;

    private static final Duration UNSAID = Duration.ofHours(1);

    private final Means means;
    private final FareProvider provider;
    private final int mostRequests;
    private final Deque<FetchRequest> waiting = new ArrayDeque<>();
    private final Set<URI> known = new HashSet<>();
    private final List<AwardFare> fares = new ArrayList<>();
    private final Set<AirportPair> routes = new HashSet<>();
    private int requests;
    private long bytes;
    private int unreadable;
    private @Nullable End end;
    private @Nullable Text problem;

    /**
     * What it works with.
     *
     * @param fetcher the way to the network or to recordings
     * @param budget holds the provider's rate
     * @param keeper is given each answer, and how many fares were in it; null if they could not be read
     * @param patience how often to try again
     * @param clock the time
     */
    record Means(Fetcher fetcher, FareBudget budget, Keeper keeper, Patience patience, Clock clock) {}

    /** Keeps answers. */
    @FunctionalInterface
    interface Keeper {
        /** Keeps one. */
        void keep(Fetched answer, @Nullable Integer fares);
    }

    /**
     * @param mostRequests how many pages it reads at most
     */
    FareInquiry(Means means, FareProvider provider, int mostRequests) {
        this.means = means;
        this.provider = provider;
        this.mostRequests = mostRequests;
    }

    /**
     * Asks.
     *
     * @param what says what to ask first
     *
     * @throws MilesbotException of kind INTERNAL if it is interrupted while it waits; of any kind if the answers cannot be
     *     kept, which is no fault of the provider
     */
    FareAnswer ask(Supplier<List<FetchRequest>> what) {
        List<FetchRequest> first = of(what);
        if (first != null) {
            first.forEach(this::await);
        }
        while (end == null && !waiting.isEmpty()) {
            ask(waiting.remove());
        }
        return new FareAnswer(end == null ? End.READ : end, fares, requests, bytes, unreadable, problem, routes);
    }

    /** What comes of the provider; null if it failed, which ends the inquiry. */
    private <T> @Nullable T of(Supplier<T> provided) {
        try {
            return provided.get();
        } catch (MilesbotException e) {
            ended(End.UNREADABLE, e.text());
            return null;
        }
    }

    private void await(FetchRequest request) {
        if (known.size() < mostRequests && known.add(request.uri())) {
            waiting.add(request);
        }
    }

    private void ask(FetchRequest request) {
        FetchResult result = null;
        for (int attempt = 1; attempt <= means.patience().attempts() && isWorthAnother(result); attempt++) {
            if (attempt > 1) {
                sleep(means.patience().before(attempt));
            }
            if (!takeTurn()) {
                return;
            }
            requests++;
            result = of(() -> means.fetcher().fetch(request));
            if (result == null) {
                return;
            }
        }
        if (result instanceof Fetched fetched) {
            read(fetched);
        } else if (result != null) {
            came(result, request.uri());
        }
    }

    private static boolean isWorthAnother(@Nullable FetchResult result) {
        return result == null || result instanceof TimedOut || result instanceof Failed;
    }

    private boolean takeTurn() {
        if (means.budget().reserve(provider.id(), provider.rate()) instanceof Granted granted) {
            Duration wait = Duration.between(means.clock().instant(), granted.at());
            if (wait.compareTo(means.patience().longestPause()) <= 0) {
                sleep(wait);
                return true;
            }
        }
        ended(End.OUT_OF_TURNS, Text.of(FareInquiry.class, "out_of_turns", provider.id()));
        return false;
    }

    private void read(Fetched fetched) {
        bytes += fetched.body().size();
        FareReading reading = of(() -> provider.read(fetched.page()));
        means.keeper().keep(fetched, reading == null ? null : reading.fares().size());
        if (reading != null) {
            add(reading);
        }
    }

    private void add(FareReading reading) {
        fares.addAll(reading.fares());
        routes.addAll(reading.routes());
        unreadable += reading.unreadable().size();
        if (problem == null && !reading.unreadable().isEmpty()) {
            problem = reading.unreadable().get(0);
        }
        Integer left = reading.quotaLeft();
        if (left != null) {
            means.budget().left(provider.id(), left);
        }
        reading.next().forEach(this::await);
    }

    private void came(FetchResult result, URI uri) {
        Text sentence = Sentences.of(result, uri);
        if (result instanceof Blocked blocked) {
            Duration pause = blocked.retryAfter() == null ? UNSAID : blocked.retryAfter();
            means.budget().block(provider.id(), means.clock().instant().plus(pause));
            ended(End.BLOCKED, sentence);
        } else {
            ended(result instanceof TimedOut ? End.TIMED_OUT : End.FAILED, sentence);
        }
    }

    private void ended(End how, Text sentence) {
        end = how;
        problem = sentence;
        waiting.clear();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(Math.max(0, pause.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MilesbotException(ErrorKind.INTERNAL, Text.of(FareInquiry.class, "interrupted"), e);
        }
    }
}
