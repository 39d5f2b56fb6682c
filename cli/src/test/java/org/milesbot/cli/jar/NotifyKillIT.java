package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.jar.NotifyChaos.Plan;

/** A small piece of the chaos that {@code scripts/chaos notify} makes. */
class NotifyKillIT {

    @Test
    void everybodyIsToldOnceWhateverDies(@TempDir Path folder) {
        ChaosReport report = new NotifyChaos(new Plan(150, 5, 4, 1, 5, 1), folder).run();

        assertThat(report.isGood()).as(report.toString()).isTrue();
        assertThat(report.arrived()).isEqualTo(report.due()).isGreaterThan(600);
        assertThat(report.kills()).isPositive();
    }
}
