package org.milesbot.cli.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.fare.Fares;

/**
 * Tells jobs of the promos that a scrape saw for the first time, and of the fares whose seats changed: also those that another
 * process asked for, such as somebody's question to the bot.
 */
public final class ScrapedNews implements JobNews {

    /** What another process was told before the last success may have been kept after it. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final List<Sighting> fresh;
    private final Fares fares;

    /**
     * @param fresh the promos
     */
    public ScrapedNews(List<Sighting> fresh, Fares fares) {
        this.fresh = List.copyOf(fresh);
        this.fares = fares;
    }

    @Override
    public JobContext since(Instant now, @Nullable Instant lastSuccess) {
        Instant from = lastSuccess == null ? null : lastSuccess.minus(OVERLAP);
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        return new JobContext(
                now, lastSuccess, fresh, List.of(), fares.changedSince(from, today, JobContext.MOST_FARES), List.of());
    }
}
