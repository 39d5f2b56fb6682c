package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;

final class DoctorCommandTest {

    @TempDir
    private Path home;

    @Test
    void findsAllWell() {
        try (TestDatabase database = TestDatabase.empty()) {
            Ended run = CommandRun.in(home, database).run("doctor");

            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains("✓ Java", "✓ Pasta de dados", "✓ Banco de dados", "✓ Plug-ins", "✓ Imagens", "✓ Relógio");
            assertThat(run.out()).doesNotContain("✗");
        }
    }

    @Test
    void goesOnAfterWhatIsBroken() {
        Ended run = CommandRun.in(home)
                .with("DATABASE_URL", "postgresql://someone:hidden@127.0.0.1:1/milesbot")
                .with("REDIS_URL", "redis://127.0.0.1:1")
                .run("doctor", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.lines())
                .hasSize(8)
                .filteredOn(line -> line.contains("\"fail\""))
                .hasSize(2);
        assertThat(run.out()).contains("\"check\":\"clock\"").doesNotContain("hidden");
    }

    @Test
    void findsABrokenPlugin() throws IOException {
        Files.createDirectories(home.resolve("plugins").resolve("hollow"));
        try (TestDatabase database = TestDatabase.empty()) {
            Ended run = CommandRun.in(home, database).run("doctor");

            assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(run.out()).contains("✗ Plug-ins", "hollow", "✓ Relógio");
        }
    }
}
