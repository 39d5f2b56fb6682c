package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.cli.command.CommandRun.Ended;

/** Units and lines of cron start commands that there are, with options that they have. */
class ShippedCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND =
            Pattern.compile("/current/bin/milesbot ([a-z][a-z -]*?)(?= *(?:&&|>|$))", Pattern.MULTILINE);

    @TempDir
    private Path home;

    static Set<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (String folder : List.of("systemd", "cron")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .flatMap(file -> COMMAND.matcher(read(file)).results())
                        .map(found -> found.group(1))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(String command) {
        List<String> words = List.of(command.split(" ", -1));
        Ended help = CommandRun.in(home)
                .run(Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new));

        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(words)
                .filteredOn(word -> word.startsWith("--"))
                .allSatisfy(option -> assertThat(help.out()).contains(option));
    }
}
