package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    private static final Path SCRIPTS = FatJar.ROOT.resolve("scripts");

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeThat(shellcheck("--version")).as("no shellcheck here").isTrue();
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            List<String> scripts = files.filter(Files::isRegularFile)
                    .filter(ScriptsTest::isShell)
                    .map(Path::toString)
                    .sorted()
                    .toList();
            assertThat(scripts).hasSizeGreaterThan(2);
            List<String> command = new ArrayList<>(List.of("shellcheck"));
            command.addAll(scripts);
            assertThat(Running.start(SCRIPTS, Map.of(), command).await()).isEqualTo(new Run(0, "", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chaos nonsense", "chaos all soon", "soak soon", "soak 0"})
    void sayHowTheyAreCalled(String words) {
        List<String> command = List.of(words.split(" "));
        Run run = Running.start(
                        SCRIPTS,
                        Map.of(),
                        Stream.concat(
                                        Stream.of(
                                                "sh",
                                                SCRIPTS.resolve(command.get(0)).toString()),
                                        command.stream().skip(1))
                                .toList())
                .await();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("scripts/" + command.get(0) + " [");
    }

    private static boolean isShell(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").matches("#!.*\\b(ba)?sh");
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static boolean shellcheck(String word) {
        try {
            return Running.start(SCRIPTS, Map.of(), List.of("shellcheck", word))
                            .await()
                            .exitCode()
                    == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
