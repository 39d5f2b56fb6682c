package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpentTest {

    @Test
    void readsTheTimesThatTheShellCounts() {
        assertThat(Spent.of("1.250 0.300 0.045", 2_048)).isEqualTo(new Spent(1_250, 345, 2_048));
    }

    @Test
    void refusesWhatIsNoTimes() {
        assertThatThrownBy(() -> Spent.of("python3: not found", 0)).hasMessageContaining("python3: not found");
    }

    @Test
    void readsTheMostMemoryThatAProcessHad() {
        String status = "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t  141312 kB\nVmRSS:\t  120000 kB\n";
        assertThat(Spent.peakOf(status)).isEqualTo(141_312);
        assertThat(Spent.peakOf("Name:\tjava\nState:\tZ (zombie)\n")).isZero();
    }

    @Test
    void countsAProcessAndThoseItWaitsFor(@TempDir Path folder) {
        String busy = "(i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done); sleep 0.2; echo done >&2";
        Spent spent = Spent.running(folder, Map.of(), List.of("bash", "-c", busy));
        assertThat(spent.wall()).isGreaterThanOrEqualTo(200);
        assertThat(spent.cpu()).isPositive();
        assertThat(spent.peak()).isPositive();
    }

    @Test
    void saysWhatFailed(@TempDir Path folder) {
        List<String> failing = List.of("sh", "-c", "echo no such page >&2; exit 7");
        assertThatThrownBy(() -> Spent.running(folder, Map.of(), failing))
                .hasMessageContaining("ended with 7")
                .hasMessageContaining("no such page");
    }

    @Test
    void takesTheMedianOfEach() {
        List<Spent> all = List.of(new Spent(30, 3, 100), new Spent(10, 9, 300), new Spent(20, 6, 200));
        assertThat(Spent.median(all)).isEqualTo(new Spent(20, 6, 200));
    }
}
