package org.milesbot.plugin.seatmap;

import java.sql.SQLException;
import java.util.List;
import org.milesbot.api.fare.FareChange;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;

/** Learns how many seats there are, and keeps where that became enough for somebody until they are told. */
record LearningJob(SeatTables tables) implements Job {

    @Override
    public String name() {
        return "seats";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.SCRAPE;
    }

    @Override
    public JobResult run(JobContext context) throws SQLException {
        List<FareChange> changes = context.fares().stream()
                .filter(change -> Wish.CABINS.contains(change.fare().cabin().value()))
                .toList();
        return JobResult.counted("changes", changes.size()).and("openings", tables.learn(changes, context.now()));
    }
}
