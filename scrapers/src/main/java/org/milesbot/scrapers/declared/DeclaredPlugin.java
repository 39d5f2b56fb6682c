package org.milesbot.scrapers.declared;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.source.Source;

/**
 * What a file {@code plugin.yaml} declares.
 *
 * @param id the plug-in's name
 * @param version its own version, for people
 * @param schedule when the host looks which of its sources are due; see {@link Plugin#schedule}
 * @param categories what it is about, as slugs
 * @param maintainer whom to ask; null if nobody is named
 * @param example an address at which one sees what it reads; null if none is given
 * @param sources the places it watches
 */
public record DeclaredPlugin(
        String id,
        String version,
        String schedule,
        Set<String> categories,
        @Nullable String maintainer,
        @Nullable String example,
        List<Source> sources)
        implements Plugin {

    /** What the file is called. */
    public static final String FILE = "plugin.yaml";

    /** Copies the collections. */
    public DeclaredPlugin {
        categories = Set.copyOf(categories);
        sources = List.copyOf(sources);
    }

    /**
     * Reads a file. Does not close the stream.
     *
     * @param name what to call it in errors
     * @throws MilesbotException of kind CONFIGURATION that names all that is wrong at once, each with its line
     * @throws IOException if it cannot be read at all
     */
    public static DeclaredPlugin read(String name, InputStream in) throws IOException {
        return new PluginFile(name).read(in);
    }
}
