package org.milesbot.api.source;

/**
 * The one door to the network: polite (robots.txt, one request at a time per host, delays, Retry-After), bounded in size
 * and time, and closed to private addresses. Safe for use by several threads; a call waits for its turn at the host.
 */
public interface Fetcher {

    /**
     * Fetches one address.
     *
     * @return how it ended; never null, and never an exception for what a server or the network did
     * @throws org.milesbot.api.MilesbotException if answers come from recordings and none answers this request
     */
    FetchResult fetch(FetchRequest request);
}
