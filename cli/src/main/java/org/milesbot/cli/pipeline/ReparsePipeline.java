package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.capture.CaptureFilter;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.capture.KeptCapture;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every kept answer again, without the network, and puts what it says now in the place of what it said before. */
public final class ReparsePipeline {

    private static final Logger log = LoggerFactory.getLogger(ReparsePipeline.class);

    /** The job's name in the table of runs. */
    public static final String JOB = "reparse";

    private final Captures captures;
    private final Runs runs;
    private final Clock clock;
    private final Decoder decoder;
    private final Extractor extractor;
    private final int parserVersion;

    /** Makes text of a kept answer. */
    @FunctionalInterface
    public interface Decoder {
        /** The page as it was read when it was fetched. */
        Page decode(KeptCapture capture);
    }

    /**
     * What reading again brought.
     *
     * @param captures how many captures were read again
     * @param promos how many sightings of promos they hold now
     * @param newPromos how many promos were not known before
     * @param left how many captures were left as they are: their source is gone, or cannot read them
     */
    public record Report(long captures, long promos, long newPromos, long left) {

        private static final Report NONE = new Report(0, 0, 0, 0);

        private Report read(List<StoredPromo> stored) {
            long more = stored.stream()
                    .filter(StoredPromo::isNew)
                    .map(StoredPromo::id)
                    .distinct()
                    .count();
            return new Report(captures + 1, promos + stored.size(), newPromos + more, left);
        }

        private Map<String, Long> counts() {
            return Map.of("captures", captures, "promos", promos, "new", newPromos, "left", left);
        }

        private Report leave() {
            return new Report(captures, promos, newPromos, left + 1);
        }
    }

    /** Where the answers are kept, and a row a run. */
    public record Kept(Captures captures, Runs runs) {}

    /** A pipeline over what it works with. */
    public ReparsePipeline(Kept kept, Clock clock, Decoder decoder, Extractor extractor, int parserVersion) {
        this.captures = kept.captures();
        this.runs = kept.runs();
        this.clock = clock;
        this.decoder = decoder;
        this.extractor = extractor;
        this.parserVersion = parserVersion;
    }

    /**
     * Reads the captures of some plug-ins again.
     *
     * @param progress is told of each capture when it is done
     */
    public Report run(List<LoadedPlugin> plugins, Consumer<KeptCapture> progress) {
        long run = runs.begin(JOB, null, clock.instant());
        Report report = Report.NONE;
        for (LoadedPlugin plugin : plugins) {
            report = reparse(plugin, report, progress);
        }
        RunOutcome outcome = report.left() == 0 ? RunOutcome.OK : RunOutcome.PARTIAL;
        runs.end(run, RunEnd.of(clock.instant(), outcome, report.counts(), 0, null));
        return report;
    }

    private Report reparse(LoadedPlugin plugin, Report before, Consumer<KeptCapture> progress) {
        Map<SourceId, Source> sources = new HashMap<>();
        plugin.sources().forEach(source -> sources.put(source.id(), source));
        // What seats cost once is told already, and reading it again would not change it.
        Set<String> providers =
                plugin.fareProviders().stream().map(FareProvider::id).collect(Collectors.toSet());
        AtomicReference<Report> report = new AtomicReference<>(before);
        captures.forEach(new CaptureFilter(plugin.id(), null), capture -> {
            if (providers.contains(capture.source().value())) {
                return;
            }
            report.updateAndGet(sofar -> reparse(capture, sources.get(capture.source()), sofar));
            progress.accept(capture);
        });
        return Objects.requireNonNull(report.get());
    }

    private Report reparse(KeptCapture capture, @Nullable Source source, Report sofar) {
        Harvest harvest = source == null ? null : harvest(source, capture);
        return harvest == null
                ? sofar.leave()
                : sofar.read(captures.rebuild(capture.id(), parserVersion, harvest.sightings()));
    }

    private @Nullable Harvest harvest(Source source, KeptCapture capture) {
        try {
            return Harvest.of(source, decoder.decode(capture), extractor);
        } catch (MilesbotException e) {
            log.warn("capture={} of source={} is left as it was: {}", capture.id(), source.id(), e.getMessage());
            return null;
        }
    }
}
