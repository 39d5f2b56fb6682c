package org.milesbot.plugin.rumours;

import java.sql.SQLException;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.source.Provenance;

/** Holds what waits against what sources have announced, and ends what waited too long. What spreads rumours confirms none. */
record ConfirmingJob(RumourTables tables, int days) implements Job {

    @Override
    public String name() {
        return "confirming";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.DEDUPE;
    }

    @Override
    public JobResult run(JobContext context) throws SQLException {
        tables.learn(
                context.campaigns().stream()
                        .filter(campaign -> campaign.provenance() != Provenance.RUMOUR)
                        .toList(),
                context.now());
        int decided = tables.decide(days, context.now());
        return JobResult.counted("decided", decided).and("expired", tables.expire(days, context.now()));
    }
}
