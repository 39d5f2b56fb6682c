package org.milesbot.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a {@code .env} has every setting, and nothing that is none. */
class EnvExampleTest {

    private static final Pattern LINE = Pattern.compile("(?m)^#([A-Z][A-Z0-9_]+)=(.*)$");

    private final Map<Variable, String> shown = new HashMap<>();
    private String example = "";

    @TempDir
    private Path directory;

    @BeforeEach
    void read() throws IOException {
        example = Files.readString(Path.of("..", ".env.example"));
        LINE.matcher(example)
                .results()
                .forEach(line -> shown.put(Variable.named(line.group(1)).orElseThrow(), line.group(2)));
    }

    @Test
    void hasEverySettingOnce() {
        assertThat(shown).containsOnlyKeys(Variable.values());
        assertThat(LINE.matcher(example).results()).hasSameSizeAs(List.of(Variable.values()));
    }

    @Test
    void showsTheDefaults() {
        assertThat(shown).allSatisfy((variable, value) -> {
            if (variable.byDefault() != null) {
                assertThat(value).as(variable.name()).isEqualTo(variable.byDefault());
            }
        });
    }

    @Test
    void isRightAsItStandsAndWithoutItsMarks() throws IOException {
        Path file = directory.resolve(".env");
        Files.writeString(file, example);
        Map<String, String> environment = Map.of("HOME", directory.toString());
        assertThat(Settings.load(environment, directory, Map.of()).shown())
                .allMatch(setting -> setting.origin() == Origin.DEFAULT);

        Path password = Files.writeString(directory.resolve("password"), "a long sentence of its own");
        Files.writeString(
                file,
                LINE.matcher(example)
                        .replaceAll("$1=$2")
                        .replaceAll("(?m)^(MILESBOT_ADMIN_PASSWORD_FILE)=.*", "$1=" + password));
        assertThat(Settings.load(environment, directory, Map.of()).shown())
                .allMatch(setting -> setting.origin() == Origin.DOTENV);
    }
}
