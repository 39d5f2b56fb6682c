package org.milesbot.cli.pipeline;

import java.time.Clock;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.db.Locks;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.run.Runs;

/**
 * What a scrape works with.
 *
 * @param fetcher the way to the network or to recordings
 * @param extractor the reader of announcements
 * @param parserVersion the extractor's version, kept with what it read
 * @param kept where what was found is kept
 * @param clock the time
 * @param fresh whether to ask for pages anew that have not changed
 */
public record Scraping(Fetcher fetcher, Extractor extractor, int parserVersion, Kept kept, Clock clock, boolean fresh) {

    /**
     * Where what was found is kept.
     *
     * @param captures answers of sources, with what was read from them
     * @param sightings what plug-ins found by their own means
     * @param runs a row a run
     * @param locks so that no plug-in is scraped twice at a time
     */
    public record Kept(Captures captures, Sightings sightings, Runs runs, Locks locks) {}
}
