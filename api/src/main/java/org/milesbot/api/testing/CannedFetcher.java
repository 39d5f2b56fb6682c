package org.milesbot.api.testing;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Validators;

/** A fetcher that gives the answers a test put in, and {@code Gone} for every other address. */
public final class CannedFetcher implements Fetcher {

    private final Clock clock;
    private final Map<URI, FetchResult> answers = new ConcurrentHashMap<>();
    private final List<FetchRequest> requests = new ArrayList<>();

    /** A fetcher without answers, whose pages are fetched at the time the clock shows. */
    public CannedFetcher(Clock clock) {
        this.clock = clock;
    }

    /** Answers an address with a text. */
    public CannedFetcher answer(URI uri, String contentType, String text) {
        Page page = new Page(uri, uri, clock.instant(), contentType, text);
        return answer(uri, new FetchResult.Fetched(page, Body.of(text), Validators.NONE));
    }

    /** Answers an address with any result. */
    public CannedFetcher answer(URI uri, FetchResult result) {
        answers.put(uri, result);
        return this;
    }

    /** What was asked for so far, in order. */
    public synchronized List<FetchRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized FetchResult fetch(FetchRequest request) {
        requests.add(request);
        return answers.getOrDefault(request.uri(), new FetchResult.Gone(404));
    }
}
