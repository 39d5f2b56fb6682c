package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.history.HistoryFile;
import org.milesbot.cli.history.HistoryFile.Refusal;
import org.milesbot.store.promo.Origin;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;

/**
 * Keeps the campaigns of a history as sightings of which nobody is told, all in one transaction, and leaves a row in the
 * table of runs. What was imported before stays as it is.
 */
public final class ImportPipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = "import";

    /** There is no parser whose next version would read it otherwise. */
    private static final int NO_PARSER = 0;

    private final Sightings sightings;
    private final Runs runs;
    private final Clock clock;
    private final UnaryOperator<String> names;

    /**
     * A pipeline over what it works with.
     *
     * @param names what people call a programme or bank, by its slug
     */
    public ImportPipeline(Sightings sightings, Runs runs, Clock clock, UnaryOperator<String> names) {
        this.sightings = sightings;
        this.runs = runs;
        this.clock = clock;
        this.names = names;
    }

    /**
     * What an import brought.
     *
     * @param lines how many lines were read, the refused among them
     * @param added how many were new
     * @param known how many had been imported before
     * @param refusals the lines that were refused
     * @param notes what else there is to say
     */
    public record Report(int lines, int added, int known, List<Refusal> refusals, List<Text> notes) {

        /** Copies the lists. */
        public Report {
            refusals = List.copyOf(refusals);
            notes = List.copyOf(notes);
        }

        private Map<String, Long> counts() {
            return Map.of("lines", (long) lines, "new", (long) added, "known", (long) known, "refused", (long)
                    refusals.size());
        }
    }

    /** Says what an import would bring, and keeps nothing. */
    public Report dryRun(HistoryFile history) {
        return report(history, fresh(history).size());
    }

    /** Keeps what is new. */
    public Report run(HistoryFile history) {
        long run = runs.begin(JOB, null, clock.instant());
        try {
            List<Sighted> fresh = fresh(history);
            sightings.store(HistorySightings.SOURCE.value(), NO_PARSER, clock.instant(), fresh, Origin.ALL_QUIET);
            Report report = report(history, fresh.size());
            RunOutcome outcome = report.refusals().isEmpty() ? RunOutcome.OK : RunOutcome.PARTIAL;
            runs.end(run, RunEnd.of(clock.instant(), outcome, report.counts(), 0, null));
            return report;
        } catch (MilesbotException e) {
            runs.end(run, RunEnd.of(clock.instant(), RunOutcome.FAILED, Map.of(), 0, e.getMessage()));
            throw e;
        }
    }

    private List<Sighted> fresh(HistoryFile history) {
        Instant now = clock.instant();
        HistorySightings made = new HistorySightings(now, names);
        List<Sighted> all = history.rows().stream().map(made::of).toList();
        Set<String> known = sightings.known(
                HistorySightings.SOURCE,
                all.stream().map(Sighted::announcementId).toList());
        return all.stream().filter(one -> !known.contains(one.announcementId())).toList();
    }

    private static Report report(HistoryFile history, int added) {
        int rows = history.rows().size();
        return new Report(rows + history.refusals().size(), added, rows - added, history.refusals(), history.notes());
    }
}
