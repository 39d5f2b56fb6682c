package org.milesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said in Portuguese is said in English too, with the same blanks to fill in. */
final class MessagesTest {

    static List<Path> bundles() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."));
                Stream<Path> plugins = Files.list(Path.of("../plugins"))) {
            return Stream.concat(modules, plugins)
                    .map(module -> module.resolve("src/main/resources"))
                    .filter(Files::isDirectory)
                    .flatMap(MessagesTest::portuguese)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> portuguese(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("(messages|help)\\.properties"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSame(Path portuguese) throws IOException {
        String name = portuguese.getFileName().toString().replace(".properties", "_en.properties");
        boolean patterns = name.startsWith("messages");

        assertThat(blanks(portuguese.resolveSibling(name), patterns)).isEqualTo(blanks(portuguese, patterns));
    }

    private static Map<String, Integer> blanks(Path file, boolean patterns) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            sentences.load(reader);
        }
        return sentences.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> patterns
                                ? new MessageFormat(sentences.getProperty(key)).getFormatsByArgumentIndex().length
                                : 0,
                        (one, other) -> one,
                        TreeMap::new));
    }
}
