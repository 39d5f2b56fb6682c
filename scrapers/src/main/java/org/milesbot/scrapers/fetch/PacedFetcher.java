package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.time.Duration;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Fetcher;

/**
 * A fetcher that says beforehand how long it would wait, so that whoever has many hosts to ask asks another one meanwhile. It
 * waits as well if it is asked too soon.
 */
public interface PacedFetcher extends Fetcher {

    /** How long the host of an address wants to be left alone from now on; zero if it may be asked, or refuses at once. */
    Duration pauseBefore(URI uri);

    /**
     * Makes the request that an address takes before itself, such as for robots.txt, unless its answer is known. The host wants
     * its pause after that, too.
     *
     * @return whether it made one
     */
    boolean prepare(URI uri);

    /** One that never waits. */
    static PacedFetcher of(Fetcher fetcher) {
        return new PacedFetcher() {
            @Override
            public FetchResult fetch(FetchRequest request) {
                return fetcher.fetch(request);
            }

            @Override
            public Duration pauseBefore(URI uri) {
                return Duration.ZERO;
            }

            @Override
            public boolean prepare(URI uri) {
                return false;
            }
        };
    }
}
