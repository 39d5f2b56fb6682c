package org.milesbot.cli.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.store.promo.Origin;
import org.milesbot.store.run.Visit;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceNotice;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.SourceStates.Before;
import org.milesbot.store.source.Visited;
import org.milesbot.store.source.Watched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an eye on sources: from where on a visit looks, and what it makes of how the source does. */
final class SourceWatch {

    private static final Logger log = LoggerFactory.getLogger(SourceWatch.class);

    private static final Duration OVERLAP = Duration.ofDays(2);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(30);

    private final Scraping scraping;
    private final @Nullable Instant since;

    /**
     * @param since the instant from which on promos are wanted; null for two days before each source's last success, or
     *     30 days if it has had none
     */
    SourceWatch(Scraping scraping, @Nullable Instant since) {
        this.scraping = scraping;
        this.since = since;
    }

    /** From where on the next visit looks. What is old when a source is first read is no news. */
    Beginning beginning(SourceState state) {
        Instant now = scraping.clock().instant();
        Instant success = state.lastSuccess();
        Instant usual = success == null ? now.minus(FIRST_LOOK_BACK) : success.minus(OVERLAP);
        return new Beginning(since == null ? usual : since, quietBefore(success, now));
    }

    private @Nullable Instant quietBefore(@Nullable Instant success, Instant now) {
        if (scraping.manner().seed()) {
            return Origin.ALL_QUIET;
        }
        return success == null ? now.minus(scraping.manner().freshness()) : null;
    }

    /** Takes note of a visit, and tells the operator what is to be told. */
    Visit visited(SourceKey key, Before before, String sourceClass, CheckInterval bounds, VisitEnd end) {
        SourceReport report = end.report();
        Text problem = report.problem();
        Visited visited = new Visited(
                key,
                bounds,
                scraping.clock().instant(),
                report.outcome().slug(),
                end.failed(),
                problem == null ? null : problem.toString(),
                end.retryAfter());
        SourceStates states = scraping.kept().states();
        Watched watched = end.isQuiet() ? states.recordQuiet(visited, before) : states.record(visited);
        if (watched.notice() != null) {
            tell(watched.notice());
        }
        return visit(sourceClass, report, watched);
    }

    /** Takes note that a plug-in can say again what it has, if it could not. */
    void isBack(SourceKey key, Before before, CheckInterval bounds) {
        if (before.state().failures() > 0) {
            visited(
                    key,
                    before,
                    Visit.BY_PLUGIN,
                    bounds,
                    VisitEnd.of(
                            new SourceReport(key.plugin(), key.source(), Outcome.READ, Tally.NONE, List.of(), null)));
        }
    }

    private static Visit visit(String sourceClass, SourceReport report, Watched watched) {
        Last last = Objects.requireNonNull(watched.state().visit(), "a state after a visit has one");
        Map<String, Long> counts = Map.of(
                "pages", (long) report.tally().pages(),
                "announcements", (long) report.tally().announcements(),
                "new_items", (long) watched.newItems(),
                "promos", (long) report.found().size(),
                "new", report.newPromos());
        return Visit.of(
                sourceClass,
                last.at(),
                last.outcome(),
                last.nextCheck(),
                counts,
                report.tally().bytes());
    }

    private static void tell(SourceNotice notice) {
        log.warn(
                "source={} plugin={} notice={} since={} failures={} outcome={} problem={}",
                notice.key().source(),
                notice.key().plugin(),
                notice.kind(),
                notice.since(),
                notice.failures(),
                notice.outcome(),
                notice.problem());
    }
}
