package org.milesbot.cli.job;

import java.util.List;
import org.milesbot.api.Text;

/**
 * What became of the jobs of plug-ins.
 *
 * @param done how many went well
 * @param notes how many notes people will be told
 * @param failures what went wrong, a sentence each
 */
public record JobsReport(int done, int notes, List<Text> failures) {

    /** No job ran. */
    public static final JobsReport NONE = new JobsReport(0, 0, List.of());

    /** Copies the list. */
    public JobsReport {
        failures = List.copyOf(failures);
    }

    /** Whether none failed. */
    public boolean isWhole() {
        return failures.isEmpty();
    }
}
