package org.milesbot.cli.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scrape of one plug-in: a visit to each of its sources, and what it scrapes by itself. Holds the plug-in's lock. */
final class PluginScrape implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PluginScrape.class);

    private final Scraping scraping;
    private final LoadedPlugin plugin;
    private final Instant since;
    private final Held lock;
    private final long run;
    private final List<Callable<SourceReport>> parts;
    private final List<Future<SourceReport>> visits = new ArrayList<>();

    PluginScrape(Scraping scraping, LoadedPlugin plugin, Instant since, Held lock) {
        this.scraping = scraping;
        this.plugin = plugin;
        this.since = since;
        this.lock = lock;
        this.run = scraping.kept()
                .runs()
                .begin(ScrapePipeline.JOB, plugin.id(), scraping.clock().instant());
        this.parts = parts();
        log.info("job=scrape plugin={} since={} begins", plugin.id(), since);
    }

    /** How many reports there will be. */
    int size() {
        return parts.size();
    }

    /** Hands the work to a pool; the listener is given each report as soon as it is there. */
    void submit(ExecutorService pool, Consumer<SourceReport> listener) {
        for (Callable<SourceReport> part : parts) {
            visits.add(pool.submit(() -> {
                SourceReport report = part.call();
                listener.accept(report);
                return report;
            }));
        }
    }

    private List<Callable<SourceReport>> parts() {
        List<Callable<SourceReport>> parts = new ArrayList<>();
        try {
            for (Source source : plugin.sources()) {
                parts.add(new SourceVisit(scraping, plugin.id(), source, since)::run);
            }
            parts.add(this::ownScrape);
        } catch (MilesbotException e) {
            parts.add(() -> report(Outcome.of(e.kind()), List.of(), e.text()));
        }
        return parts;
    }

    private SourceReport ownScrape() {
        List<Sighting> sightings;
        try {
            sightings = plugin.scrape(since);
        } catch (MilesbotException e) {
            return report(Outcome.of(e.kind()), List.of(), e.text());
        }
        List<Sighted> found = sightings.stream()
                .map(sighting -> new Sighted(sighting.url().toString(), sighting))
                .toList();
        List<StoredPromo> stored = scraping.kept()
                .sightings()
                .store(plugin.id(), scraping.parserVersion(), scraping.clock().instant(), found);
        return report(Outcome.READ, stored, null);
    }

    private SourceReport report(Outcome outcome, List<StoredPromo> found, @Nullable Text problem) {
        return new SourceReport(plugin.id(), plugin.id(), outcome, Tally.NONE, found, problem);
    }

    /** Waits for all of it, and notes in the table of runs how it ended. */
    List<SourceReport> await() {
        List<SourceReport> reports = new ArrayList<>();
        for (Future<SourceReport> visit : visits) {
            reports.add(await(visit));
        }
        reports.removeIf(report -> reports.size() > 1 && isIdle(report));
        RunEnd end = end(reports);
        scraping.kept().runs().end(run, end);
        log.info("job=scrape plugin={} outcome={} counts={}", plugin.id(), end.outcome(), end.counts());
        return reports;
    }

    /** A plug-in with sources has mostly nothing to scrape by itself, and then there is nothing to tell. */
    private boolean isIdle(SourceReport report) {
        return report.source().equals(plugin.id())
                && report.tally().equals(Tally.NONE)
                && report.outcome() == Outcome.READ
                && report.found().isEmpty();
    }

    private SourceReport await(Future<SourceReport> visit) {
        try {
            return visit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MilesbotException(ErrorKind.INTERNAL, Text.of(PluginScrape.class, "interrupted"), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MilesbotException expected) {
                throw expected;
            }
            throw new MilesbotException(
                    ErrorKind.INTERNAL, Text.of(PluginScrape.class, "broken", String.valueOf(e.getCause())), e);
        }
    }

    private RunEnd end(List<SourceReport> reports) {
        long failed =
                reports.stream().filter(report -> report.outcome().isFailure()).count();
        RunOutcome outcome =
                failed == 0 ? RunOutcome.OK : failed == reports.size() ? RunOutcome.FAILED : RunOutcome.PARTIAL;
        Map<String, Long> counts = Map.of(
                "sources", (long) reports.size(),
                "failed", failed,
                "announcements",
                        reports.stream()
                                .mapToLong(each -> each.tally().announcements())
                                .sum(),
                "promos",
                        reports.stream().mapToLong(each -> each.found().size()).sum(),
                "new", reports.stream().mapToLong(SourceReport::newPromos).sum());
        long bytes = reports.stream().mapToLong(each -> each.tally().bytes()).sum();
        String problem = reports.stream()
                .map(SourceReport::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Text::toString)
                .orElse(null);
        return RunEnd.of(scraping.clock().instant(), outcome, counts, bytes, problem);
    }

    @Override
    public void close() {
        lock.close();
    }
}
