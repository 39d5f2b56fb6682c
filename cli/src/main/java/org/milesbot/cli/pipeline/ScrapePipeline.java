package org.milesbot.cli.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.store.db.Locks.Held;

/**
 * Scrapes plug-ins: their sources, each host in its own time, and what they scrape by themselves. Each plug-in is scraped under a
 * lock that all processes share, and leaves a row in the table of runs.
 */
public final class ScrapePipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = "scrape";

    /** Few hosts answer at the same moment; all others have their pause, which takes no thread. */
    private static final int AT_A_TIME = 8;

    private final Scraping scraping;

    /** A pipeline over what it works with. */
    public ScrapePipeline(Scraping scraping) {
        this.scraping = scraping;
    }

    /**
     * Does errands to their end.
     *
     * @param since the instant from which on promos are wanted; null for two days before each source's last success, or
     *     30 days if it has had none
     * @param listener is told how it goes
     * @throws org.milesbot.api.MilesbotException if the database fails; what a source or plug-in does is in the report
     */
    public ScrapeReport run(List<Errand> errands, @Nullable Instant since, ScrapeListener listener) {
        HostTurns turns = new HostTurns(scraping.fetcher(), AT_A_TIME);
        List<PluginScrape> started = new ArrayList<>();
        SourceWatch watch = new SourceWatch(scraping, since);
        try {
            for (Errand errand : errands) {
                start(errand, watch)
                        .ifPresentOrElse(
                                started::add,
                                () -> listener.leftOut(errand.plugin().id()));
            }
            listener.begins(started.stream().mapToInt(PluginScrape::size).sum());
            started.forEach(scrape -> scrape.begin(turns, report -> tell(listener, report)));
            return new ScrapeReport(
                    started.stream().flatMap(scrape -> scrape.await().stream()).toList(), JobsReport.NONE);
        } finally {
            turns.close();
            started.forEach(PluginScrape::close);
        }
    }

    private Optional<PluginScrape> start(Errand errand, SourceWatch watch) {
        Optional<Held> lock =
                scraping.kept().locks().tryAcquire(JOB + ":" + errand.plugin().id());
        return lock.map(held -> new PluginScrape(scraping, errand, watch, held));
    }

    private synchronized void tell(ScrapeListener listener, SourceReport report) {
        listener.done(report);
    }
}
