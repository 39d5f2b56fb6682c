package org.milesbot.cli.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.cli.plugin.GuardedJob;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.store.alert.PluginNotes;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;

/**
 * Runs the jobs of plug-ins, one after the other, each under a lock that all processes share and with a row in the table of
 * runs. One that fails keeps no other from its work. For use by one thread.
 */
public final class PluginJobs {

    /** The names of such runs begin with this; the job's own follows. */
    public static final String JOB = "job:";

    private final List<LoadedPlugin> plugins;
    private final Kept kept;
    private final Clock clock;

    /** What it works on. */
    public record Kept(Runs runs, PluginNotes notes, Locks locks) {}

    public PluginJobs(List<LoadedPlugin> plugins, Kept kept, Clock clock) {
        this.plugins = List.copyOf(plugins);
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Runs those of a phase.
     *
     * @param news finds what is new for each
     * @throws org.milesbot.api.MilesbotException if the database fails; what a plug-in does is in the report
     */
    public JobsReport run(JobPhase phase, JobNews news) {
        int done = 0;
        int notes = 0;
        List<Text> failures = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            for (GuardedJob job : jobs(plugin, phase, failures)) {
                try {
                    Integer told = runAlone(plugin.id(), job, news);
                    done += told == null ? 0 : 1;
                    notes += told == null ? 0 : told;
                } catch (PluginException e) {
                    failures.add(e.text());
                }
            }
        }
        return new JobsReport(done, notes, failures);
    }

    private static List<GuardedJob> jobs(LoadedPlugin plugin, JobPhase phase, List<Text> failures) {
        try {
            return plugin.jobs().stream().filter(job -> job.phase() == phase).toList();
        } catch (PluginException e) {
            failures.add(e.text());
            return List.of();
        }
    }

    /** Returns how many notes came of it; null if another process is at it. */
    @SuppressWarnings("try") // The lock is held, and that is all there is to do with it.
    private @Nullable Integer runAlone(String plugin, GuardedJob job, JobNews news) {
        Optional<Held> lock = kept.locks().tryAcquire(JOB + plugin + ":" + job.name());
        if (lock.isEmpty()) {
            return null;
        }
        try (Held held = lock.get()) {
            return noted(plugin, job, news);
        }
    }

    private int noted(String plugin, GuardedJob job, JobNews news) {
        String name = JOB + job.name();
        Instant now = clock.instant();
        Instant lastSuccess = kept.runs().lastSucceeded(name, plugin).orElse(null);
        JobContext context = news.since(now, lastSuccess);
        long run = kept.runs().begin(name, plugin, now);
        try {
            JobResult result = job.run(context);
            int told = kept.notes().put(plugin, result.notes(), clock.instant());
            kept.runs().end(run, RunEnd.of(clock.instant(), RunOutcome.OK, counts(result, told), 0, null));
            return told;
        } catch (PluginException e) {
            kept.runs().end(run, RunEnd.of(clock.instant(), RunOutcome.FAILED, Map.of(), 0, e.getMessage()));
            throw e;
        }
    }

    private static Map<String, Long> counts(JobResult result, int told) {
        Map<String, Long> counts = new TreeMap<>(result.counts());
        if (!result.notes().isEmpty()) {
            counts.put("notes", (long) told);
        }
        return counts;
    }
}
