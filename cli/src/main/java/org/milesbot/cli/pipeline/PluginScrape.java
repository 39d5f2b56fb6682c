package org.milesbot.cli.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Visit;
import org.milesbot.store.source.SourceItem;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceStates.Before;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scrape of one plug-in: a visit to each of its sources, and what it scrapes by itself. Holds the plug-in's lock. */
final class PluginScrape implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PluginScrape.class);

    /** For a plug-in that cannot say when it is due. */
    private static final CheckInterval UNSCHEDULED = CheckInterval.usual(Provenance.RUMOUR);

    private final Scraping scraping;
    private final Errand errand;
    private final LoadedPlugin plugin;
    private final SourceWatch watch;
    private final Held lock;
    private final long run;
    /** How its sources did when the lock was there; nobody else visits them from then on. */
    private final Map<String, Before> before = new HashMap<>();

    private final List<Work> parts;
    private final List<CompletableFuture<Part>> visits = new ArrayList<>();

    PluginScrape(Scraping scraping, Errand errand, SourceWatch watch, Held lock) {
        this.scraping = scraping;
        this.errand = errand;
        this.plugin = errand.plugin();
        this.watch = watch;
        this.lock = lock;
        this.run = scraping.kept()
                .runs()
                .begin(ScrapePipeline.JOB, plugin.id(), scraping.clock().instant());
        this.parts = parts();
        log.info("job=scrape plugin={} begins", plugin.id());
    }

    /** A part of the work, which is yet to be begun. */
    @FunctionalInterface
    private interface Work {
        CompletableFuture<Part> begin(HostTurns turns);
    }

    /** What one part of the work brought, and how its source does. */
    private record Part(SourceReport report, Visit visit) {}

    /** How many reports there will be. */
    int size() {
        return parts.size();
    }

    /** Begins the work; the listener is given each report as soon as it is there. */
    void begin(HostTurns turns, Consumer<SourceReport> listener) {
        for (Work part : parts) {
            visits.add(part.begin(turns).thenApply(done -> {
                listener.accept(done.report());
                return done;
            }));
        }
    }

    private List<Work> parts() {
        List<Work> parts = new ArrayList<>();
        try {
            if (errand.failure() != null) {
                throw errand.failure();
            }
            List<Source> sources = plugin.sources();
            List<Source> wanted =
                    sources.stream().filter(source -> errand.wants(source.id())).toList();
            look(wanted);
            wanted.forEach(source -> parts.add(turns -> visit(source, turns)));
            if (errand.byItself() && (plugin.worksByItself() || sources.isEmpty())) {
                CheckInterval interval = interval();
                parts.add(turns -> turns.add(() -> part(own(), Visit.BY_PLUGIN, interval, ownWork())));
            } else {
                watch.isBack(own(), before(own()), UNSCHEDULED);
            }
        } catch (MilesbotException e) {
            parts.clear();
            VisitEnd end = VisitEnd.of(report(Outcome.of(e.kind()), List.of(), e.text()));
            parts.add(turns -> turns.add(() -> part(own(), Visit.BY_PLUGIN, UNSCHEDULED, end)));
        }
        return parts;
    }

    private void look(List<Source> wanted) {
        List<String> names = new ArrayList<>(List.of(own().source()));
        wanted.forEach(source -> names.add(source.id().value()));
        before.putAll(scraping.kept().states().of(plugin.id(), names));
    }

    private Before before(SourceKey key) {
        return before.getOrDefault(key.source(), Before.NEW);
    }

    private CompletableFuture<Part> visit(Source source, HostTurns turns) {
        SourceKey key = new SourceKey(plugin.id(), source.id().value());
        String sourceClass = source.provenance().name().toLowerCase(Locale.ROOT);
        SourceVisit visit = new SourceVisit(
                scraping, plugin.id(), source, watch.beginning(before(key).state()));
        return turns.add(visit).thenApply(all -> part(key, sourceClass, source.checkInterval(), visit.end()));
    }

    private Part part(SourceKey key, String sourceClass, CheckInterval interval, VisitEnd end) {
        return new Part(end.report(), watch.visited(key, before(key), sourceClass, interval, end));
    }

    /** What the plug-in itself is kept as among the sources. */
    private SourceKey own() {
        return new SourceKey(plugin.id(), plugin.id());
    }

    /** When the plug-in scrapes by itself next, it says with its schedule. */
    private CheckInterval interval() {
        Instant now = scraping.clock().instant();
        try {
            return plugin.schedule()
                    .next(now)
                    .map(next -> CheckInterval.exactly(Duration.between(now, next)))
                    .orElse(UNSCHEDULED);
        } catch (MilesbotException e) {
            // Whoever asks what is due is told; what can be scraped is scraped.
            log.debug("plugin={} has no schedule", plugin.id(), e);
            return UNSCHEDULED;
        }
    }

    /** One that scrapes and asks for fares as well does the one after the other; the worse of the two is told. */
    private VisitEnd ownWork() {
        VisitEnd asked = plugin.asksForFares() ? VisitEnd.of(scraping.fares().visit(plugin)) : null;
        if (asked != null && (asked.failed() || !plugin.scrapesByItself())) {
            return asked;
        }
        return ownScrape(watch.beginning(before(own()).state()));
    }

    private VisitEnd ownScrape(Beginning beginning) {
        List<Sighting> sightings;
        try {
            sightings = plugin.scrape(beginning.since());
        } catch (MilesbotException e) {
            return VisitEnd.of(report(Outcome.of(e.kind()), List.of(), e.text()));
        }
        List<Sighted> found = sightings.stream()
                .map(sighting -> new Sighted(sighting.url().toString(), sighting))
                .toList();
        Instant now = scraping.clock().instant();
        List<StoredPromo> stored = scraping.kept()
                .sightings()
                .store(plugin.id(), scraping.parserVersion(), now, found, beginning.quietBefore());
        List<SourceItem> items = sightings.stream()
                .map(one -> new SourceItem(one.url().toString(), one.publishedAt()))
                .toList();
        scraping.kept().items().put(plugin.id(), items, now);
        return VisitEnd.of(report(Outcome.READ, stored, null));
    }

    private SourceReport report(Outcome outcome, List<StoredPromo> found, @Nullable Text problem) {
        return new SourceReport(plugin.id(), plugin.id(), outcome, Tally.NONE, found, problem);
    }

    /** Waits for all of it, and notes in the table of runs how it ended. */
    List<SourceReport> await() {
        List<SourceReport> reports = new ArrayList<>();
        Map<String, Visit> told = new HashMap<>();
        for (CompletableFuture<Part> visit : visits) {
            Part part = await(visit);
            reports.add(part.report());
            told.put(part.report().source(), part.visit());
        }
        RunEnd end = end(reports).with(told);
        scraping.kept().runs().end(run, end);
        log.info("job=scrape plugin={} outcome={} counts={}", plugin.id(), end.outcome(), end.counts());
        return reports;
    }

    private static Part await(CompletableFuture<Part> visit) {
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
