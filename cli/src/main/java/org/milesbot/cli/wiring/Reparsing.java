package org.milesbot.cli.wiring;

import java.time.Clock;
import org.milesbot.api.source.Page;
import org.milesbot.cli.pipeline.ReparsePipeline;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.scrapers.fetch.PageDecoder;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.capture.KeptCapture;
import org.milesbot.store.db.Database;
import org.milesbot.store.run.Runs;

/** Makes what reads kept answers again. */
final class Reparsing {

    private Reparsing() {}

    static ReparsePipeline of(Database database, Clock clock) {
        ReparsePipeline.Kept kept = new ReparsePipeline.Kept(new Captures(database), new Runs(database));
        return new ReparsePipeline(
                kept, clock, Reparsing::decoded, new PromoExtractor(), PromoExtractor.PARSER_VERSION);
    }

    private static Page decoded(KeptCapture capture) {
        return PageDecoder.decode(
                capture.requested(), capture.url(), capture.fetchedAt(), capture.contentType(), capture.body());
    }
}
