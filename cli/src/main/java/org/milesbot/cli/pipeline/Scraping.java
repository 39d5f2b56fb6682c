package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.time.Duration;
import org.milesbot.api.source.Extractor;
import org.milesbot.scrapers.fetch.PacedFetcher;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.db.Locks;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.run.Runs;
import org.milesbot.store.source.SourceItems;
import org.milesbot.store.source.SourceStates;

/**
 * What a scrape works with.
 *
 * @param fetcher the way to the network or to recordings
 * @param extractor the reader of announcements
 * @param parserVersion the extractor's version, kept with what it read
 * @param kept where what was found is kept
 * @param fares asks what seats cost
 * @param clock the time
 * @param manner how it goes about it
 */
public record Scraping(
        PacedFetcher fetcher,
        Extractor extractor,
        int parserVersion,
        Kept kept,
        FareVisits fares,
        Clock clock,
        Manner manner) {

    /**
     * Where what was found is kept.
     *
     * @param captures answers of sources, with what was read from them
     * @param sightings what plug-ins found by their own means
     * @param items which items each source ever had
     * @param states how each source does
     * @param runs a row a run
     * @param locks so that no plug-in is scraped twice at a time
     */
    public record Kept(
            Captures captures, Sightings sightings, SourceItems items, SourceStates states, Runs runs, Locks locks) {}

    /**
     * How a scrape goes about it.
     *
     * @param fresh whether to ask for pages anew that have not changed
     * @param seed whether all that is found is history, of which nobody is told
     * @param freshness what was published longer ago is history when a source is first read
     */
    public record Manner(boolean fresh, boolean seed, Duration freshness) {}
}
