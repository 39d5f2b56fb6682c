package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.Note;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.cli.config.Quoted;

/** A plug-in's job behind a border of its own: its name and phase were asked once, what it returns is counted and checked. */
public final class GuardedJob implements Job {

    private static final int MOST_JOBS = 50;
    private static final int MOST_COUNTS = 20;

    private final Job job;
    private final String name;
    private final JobPhase phase;
    private final GuardedCall border;
    private final Duration limit;

    private GuardedJob(Job job, String name, JobPhase phase, GuardedCall border, Duration limit) {
        this.job = job;
        this.name = name;
        this.phase = phase;
        this.border = border;
        this.limit = limit;
    }

    static List<GuardedJob> of(Plugin plugin, String id, GuardedCall border, TimeLimits limits) {
        List<GuardedJob> guarded = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Job job : border.list("jobs()", limits.call(), MOST_JOBS, plugin::jobs)) {
            String name = border.call("Job.name()", limits.call(), job::name);
            if (!Slugs.isSlug(name)) {
                throw border.refused(ErrorKind.INTERNAL, "job.form", Quoted.of(name));
            }
            if (!names.add(name)) {
                throw border.refused(ErrorKind.INTERNAL, "job.twice", name);
            }
            JobPhase phase = border.call("Job.phase()", limits.call(), job::phase);
            GuardedCall own = border.forPart(Text.of(GuardedJob.class, "the.job", name, id));
            guarded.add(new GuardedJob(job, name, phase, own, limits.scrape()));
        }
        return List.copyOf(guarded);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JobPhase phase() {
        return phase;
    }

    /**
     * Runs it.
     *
     * @throws PluginException if it fails, takes too long or returns what it must not
     */
    @Override
    public JobResult run(JobContext context) {
        JobResult result = border.call("run()", limit, () -> job.run(context));
        if (result.notes().size() > JobResult.MOST_NOTES) {
            throw border.refused(ErrorKind.INTERNAL, "returned.many", "run()", String.valueOf(JobResult.MOST_NOTES));
        }
        boolean isCounted = result.counts().size() <= MOST_COUNTS
                && result.counts().entrySet().stream().allMatch(count -> isCount(count.getKey(), count.getValue()));
        if (!isCounted) {
            throw border.refused(ErrorKind.INTERNAL, "job.counts", String.valueOf(MOST_COUNTS));
        }
        if (phase != JobPhase.NOTIFY && !result.notes().isEmpty()) {
            Note first = Objects.requireNonNull(result.notes().get(0));
            throw border.refused(ErrorKind.INTERNAL, "job.notes", Quoted.of(first.key()));
        }
        return result;
    }

    private static boolean isCount(@Nullable String what, @Nullable Long number) {
        return what != null && Slugs.isSlug(what) && number != null && number >= 0;
    }
}
