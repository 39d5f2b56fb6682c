package org.milesbot.plugin.wallet;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.milesbot.api.Zones;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.Note;

/** Tells people 90, 60, 30 and 7 days before points of theirs expire: all of one day in one message, each once. */
final class WarningJob implements Job {

    private final Warnings warnings;
    private final WalletPage page;

    WarningJob(Warnings warnings, WalletPage page) {
        this.warnings = warnings;
        this.page = page;
    }

    @Override
    public String name() {
        return "warnings";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.NOTIFY;
    }

    @Override
    public JobResult run(JobContext context) throws SQLException {
        LocalDate today = LocalDate.ofInstant(context.now(), Zones.SAO_PAULO);
        List<Note> notes = warnings.due(today, context.now(), context.lastSuccess()).stream()
                .map(due -> note(due, today))
                .toList();
        return JobResult.telling(notes).and("warnings", notes.size());
    }

    /** Worth telling until the day is over. */
    private Note note(Warnings.Due due, LocalDate today) {
        return Note.of(due.chatId(), due.key(), page.warning(due, today))
                .until(due.day().plusDays(1).atStartOfDay(Zones.SAO_PAULO).toInstant());
    }
}
