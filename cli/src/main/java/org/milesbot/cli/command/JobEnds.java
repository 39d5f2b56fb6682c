package org.milesbot.cli.command;

import org.milesbot.cli.job.JobsReport;

/** Tells what plug-ins could not do after the host's own work. */
final class JobEnds {

    private JobEnds() {}

    /** Complains of each failure; the exit code is the host's own, unless that is 0 and something failed. */
    static int tell(JobsReport jobs, Session session, int own) {
        jobs.failures().forEach(session.console()::complain);
        return own == ExitCode.OK && !jobs.isWhole() ? ExitCode.PARTLY_FAILED : own;
    }
}
