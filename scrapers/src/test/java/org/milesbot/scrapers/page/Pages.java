package org.milesbot.scrapers.page;

import java.net.URI;
import java.time.Instant;
import org.milesbot.api.source.Page;

/** Pages for tests of readers, all fetched at the same time. */
public final class Pages {

    /** When the pages were fetched. */
    public static final Instant FETCHED = Instant.parse("2026-07-02T12:00:00Z");

    private Pages() {}

    /** A page at an address. */
    public static Page at(String address, String text) {
        URI uri = URI.create(address);
        return new Page(uri, uri, FETCHED, null, text);
    }
}
