package org.milesbot.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.scrapers.recording.Recordings;
import org.milesbot.scrapers.source.BuiltinSources;

/** The recordings that come along with the built-in sources, and with the plug-ins in a directory. */
final class BuiltInRecordings {

    private BuiltInRecordings() {}

    /** All of them; those of plug-ins in a directory that may not be there, too. */
    static Recordings all(Path plugins) {
        return Stream.concat(Stream.of(builtIn()), besides(plugins).stream())
                .reduce(Recordings::and)
                .orElseThrow();
    }

    private static List<Recordings> besides(Path plugins) {
        try (Stream<Path> folders = Files.isDirectory(plugins) ? Files.list(plugins) : Stream.<Path>empty()) {
            return folders.filter(PluginWorkshop::hasRecordings)
                    .sorted()
                    .map(folder -> Recordings.read(folder.resolve(PluginWorkshop.RECORDINGS)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + plugins, e);
        }
    }

    private static Recordings builtIn() {
        return BuiltinSources.factories().stream()
                .map(PluginFactory::id)
                .flatMap(id -> BuiltinSources.recordings(id).stream())
                .map(BuiltInRecordings::recording)
                .reduce(Recordings::and)
                .orElseThrow();
    }

    private static Recordings recording(URL har) {
        try (InputStream in = har.openStream()) {
            return Recordings.of(har.getPath(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + har, e);
        }
    }
}
