package org.milesbot.cli.bot.assistant;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What the model is told of each tool and parameter. Portuguese, since most of what it is to understand is. */
final class ToolText {

    private final Properties sentences = new Properties();

    ToolText() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(ToolText.class.getResourceAsStream("tools.properties"), "no tools"),
                StandardCharsets.UTF_8)) {
            sentences.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("what the tools are for cannot be read", e);
        }
    }

    String of(String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }
}
