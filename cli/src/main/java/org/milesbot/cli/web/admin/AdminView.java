package org.milesbot.cli.web.admin;

import java.util.List;
import org.milesbot.cli.web.admin.Controls.PluginLine;
import org.milesbot.cli.web.page.Frame;
import org.milesbot.cli.web.page.Words;
import org.milesbot.store.alert.OutboxCounts;
import org.milesbot.store.user.UserCounts;

/**
 * What operators see. All of it is plain text.
 *
 * @param frame around it
 * @param own the sentences of these pages
 * @param token for the forms
 * @param said what came of the last thing that was done; may be empty
 * @param people how many there are
 * @param outbox what waits there
 * @param sources how they do
 * @param dead letters that were given up
 * @param plugins those that are there
 * @param runs the last of them
 */
record AdminView(
        Frame frame,
        Words own,
        String token,
        String said,
        UserCounts people,
        OutboxCounts outbox,
        List<SourceLine> sources,
        List<DeadLine> dead,
        List<PluginLine> plugins,
        List<RunLine> runs) {

    AdminView {
        sources = List.copyOf(sources);
        dead = List.copyOf(dead);
        plugins = List.copyOf(plugins);
        runs = List.copyOf(runs);
    }

    /** How a source does. */
    record SourceLine(
            String name,
            String plugin,
            String outcome,
            String lastSuccess,
            int failures,
            boolean isTroubled,
            boolean isMuted) {}

    /** A letter that was given up; whom it was for stays hidden but for the last digits. */
    record DeadLine(long id, String person, String title, String reason, int attempts, String diedAt, String note) {}

    /** A run of a job. */
    record RunLine(
            String job, String plugin, String startedAt, String took, String outcome, String counts, String error) {}
}
