package org.milesbot.cli.pipeline;

import java.util.List;
import org.milesbot.store.promo.StoredPromo;

/**
 * What a scrape brought.
 *
 * @param sources a report a source, in the order of plug-ins and their sources
 */
public record ScrapeReport(List<SourceReport> sources) {

    /** Copies the list. */
    public ScrapeReport {
        sources = List.copyOf(sources);
    }

    /** Whether every source could be read. */
    public boolean isWhole() {
        return failures().isEmpty();
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
