package org.milesbot.cli.output;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What people call programmes and banks. */
public final class ProgramNames {

    private final Properties names;

    private ProgramNames(Properties names) {
        this.names = names;
    }

    /** The names that come with milesbot. */
    public static ProgramNames known() {
        Properties names = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ProgramNames.class.getResourceAsStream("names.properties")),
                StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the names cannot be read", e);
        }
        return new ProgramNames(names);
    }

    /** The slugs of all that have a name. */
    public Set<String> slugs() {
        return names.stringPropertyNames();
    }

    /** The name of a programme or bank by its slug; the slug itself if nobody named it. */
    public String of(String slug) {
        return names.getProperty(slug, slug);
    }
}
