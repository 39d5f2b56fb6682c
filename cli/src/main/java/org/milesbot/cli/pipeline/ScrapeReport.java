package org.milesbot.cli.pipeline;

import java.util.List;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.store.promo.StoredPromo;

/**
 * What a scrape brought.
 *
 * @param sources a report a source, in the order of plug-ins and their sources
 * @param jobs what plug-ins did after it
 */
public record ScrapeReport(List<SourceReport> sources, JobsReport jobs) {

    /** Copies the list. */
    public ScrapeReport {
        sources = List.copyOf(sources);
    }

    /** The same after plug-ins did something. */
    public ScrapeReport with(JobsReport done) {
        return new ScrapeReport(sources, done);
    }

    /** Whether every source could be read, and every plug-in did what it has to do after that. */
    public boolean isWhole() {
        return failures().isEmpty() && jobs.isWhole();
    }

    /** The sources that could not be read as a whole. */
    public List<SourceReport> failures() {
        return sources.stream().filter(report -> report.outcome().isFailure()).toList();
    }

    /** How many bytes were fetched. */
    public long bytes() {
        return sources.stream().mapToLong(report -> report.tally().bytes()).sum();
    }

    /** Whether nothing at all could be had, and the fault lies outside. */
    public boolean isAllDown() {
        return !sources.isEmpty()
                && sources.stream().allMatch(report -> report.outcome().isExternal());
    }

    /** All promos that were read. */
    public List<StoredPromo> found() {
        return sources.stream().flatMap(report -> report.found().stream()).toList();
    }

    /** How many promos were not known before. */
    public long newPromos() {
        return sources.stream().mapToLong(SourceReport::newPromos).sum();
    }
}
