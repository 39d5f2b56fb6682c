package org.milesbot.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.scrapers.recording.Recordings;
import org.milesbot.scrapers.source.BuiltinSources;

/** The recordings that come along with the built-in sources. */
final class BuiltInRecordings {

    private BuiltInRecordings() {}

    static Recordings all() {
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
