package org.milesbot.plugin.weekly;

import java.sql.SQLException;
import java.util.List;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;

/** Keeps what milesbot settles and forecasts, for the day of the digest. What comes twice does no harm. */
final class Learning {

    private Learning() {}

    static List<Job> of(WeeklyTables tables) {
        return List.of(new Campaigns(tables), new Forecasts(tables));
    }

    private record Campaigns(WeeklyTables tables) implements Job {

        @Override
        public String name() {
            return "campaigns";
        }

        @Override
        public JobPhase phase() {
            return JobPhase.DEDUPE;
        }

        @Override
        public JobResult run(JobContext context) throws SQLException {
            tables.learn(context.campaigns(), context.now());
            return JobResult.counted("campaigns", context.campaigns().size());
        }
    }

    private record Forecasts(WeeklyTables tables) implements Job {

        @Override
        public String name() {
            return "forecasts";
        }

        @Override
        public JobPhase phase() {
            return JobPhase.FORECAST;
        }

        @Override
        public JobResult run(JobContext context) throws SQLException {
            tables.foresee(context.forecasts());
            return JobResult.counted("forecasts", context.forecasts().size());
        }
    }
}
