package org.milesbot.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Text;

class DotEnvTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=x|x",
                "  A = x  |x",
                "export A=x|x",
                "A=x # comment|x",
                "A=x#y|x#y",
                "A=a b|a b",
                "A=\"x # y\" # comment|x # y",
                "A='it is \"x\" \\n'|it is \"x\" \\n",
                "A=\"say \\\"x\\\" \\\\ \\$\"|say \"x\" \\ $",
                "A=x=y|x=y",
                "A=$HOME|$HOME"
            })
    void readsAnAssignment(String line, String value) throws IOException {
        assertThat(read(line)).containsExactly(Map.entry("A", value));
    }

    @ParameterizedTest
    @CsvSource({"A=", "A=''", "A=\"\"", "A= # nothing"})
    void readsAnEmptyValue(String line) throws IOException {
        assertThat(read(line)).containsExactly(Map.entry("A", ""));
    }

    @Test
    void readsNewlinesThatAreEscaped() throws IOException {
        assertThat(read("A=\"one\\ntwo\\tthree\"")).containsExactly(Map.entry("A", "one\ntwo\tthree"));
    }

    @Test
    void skipsCommentsBlankLinesAByteOrderMarkAndCarriageReturns() throws IOException {
        assertThat(read("\uFEFFA=1\r\n\r\n  # comment\r\nB=2\r\n"))
                .containsOnly(Map.entry("A", "1"), Map.entry("B", "2"));
    }

    private Map<String, String> read(String content) throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), content);
        Mistakes mistakes = new Mistakes();
        Map<String, Entry> entries = DotEnv.read(file, mistakes);
        mistakes.throwIfAny(Text.plain("unexpected"));
        return entries.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }
}
