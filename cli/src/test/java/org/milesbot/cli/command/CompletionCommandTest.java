package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;

final class CompletionCommandTest {

    @TempDir
    private Path home;

    @Test
    void printsAScriptThatBashAccepts() throws IOException, InterruptedException {
        Ended run = CommandRun.in(home).run("completion", "bash");
        Path script = Files.writeString(home.resolve("milesbot.bash"), run.out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("scrape", "promos", "--program");
        assertThat(new ProcessBuilder("bash", "-n", script.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void bringsUpCompletionForZsh() {
        Ended run = CommandRun.in(home).run("completion", "zsh");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("bashcompinit");
    }

    @Test
    void refusesAnotherShell() {
        Ended run = CommandRun.in(home).run("completion", "fish");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("\"fish\" não serve");
        assertThat(run.out()).isEmpty();
    }
}
