package org.milesbot.plugin.sample;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.milesbot.api.Zones;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Note;

/** What the plug-in does after the host: it counts campaigns, and reminds people. */
final class SampleJobs {

    private SampleJobs() {}

    static List<Job> of(SampleTables tables) {
        return List.of(new Census(tables), new Reminding(tables));
    }

    /** Some campaigns come twice; that does no harm. */
    private record Census(SampleTables tables) implements Job {

        @Override
        public String name() {
            return "census";
        }

        @Override
        public JobPhase phase() {
            return JobPhase.DEDUPE;
        }

        @Override
        public JobResult run(JobContext context) throws SQLException {
            tables.see(context.campaigns());
            return JobResult.counted("campaigns", context.campaigns().size());
        }
    }

    /** Each reminder has a key of its own, so that it is told once however often this runs on its day. */
    private record Reminding(SampleTables tables) implements Job {

        @Override
        public String name() {
            return "reminders";
        }

        @Override
        public JobPhase phase() {
            return JobPhase.NOTIFY;
        }

        @Override
        public JobResult run(JobContext context) throws SQLException {
            LocalDate today = LocalDate.ofInstant(context.now(), Zones.SAO_PAULO);
            return JobResult.telling(
                    tables.of(today).stream().map(due -> note(due, today)).toList());
        }

        /** Tomorrow it is worth nothing. */
        private static Note note(SampleTables.Due due, LocalDate today) {
            Message message = new Message("\u23f0 " + escaped(due.words()), List.of(), false, null);
            return Note.of(due.chatId(), "reminder:" + due.id(), message)
                    .until(today.plusDays(1).atStartOfDay(Zones.SAO_PAULO).toInstant());
        }

        private static String escaped(String words) {
            return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}
