package org.milesbot.scrapers.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/**
 * Keeps exchanges as HAR 1.2 files, one a host, in a folder. A file is written beside its name while fetching and takes
 * the place of an older one of the same host on {@link #close}. Cookies and credentials are left out. Safe for use by
 * several threads.
 */
public final class HarRecorder implements AutoCloseable {

    private final Path folder;
    private final String version;
    private final Map<String, HarFile> files = new TreeMap<>();

    /**
     * @param folder where the files go; made with the first exchange
     * @param version milesbot's version, named as the creator
     */
    public HarRecorder(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /**
     * Keeps one exchange. A status of 0 says that no answer came.
     *
     * @throws MilesbotException of kind CONFIGURATION if the folder cannot be written to
     */
    public synchronized void record(Exchange exchange) {
        try {
            file(exchange.request()).write(exchange);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private HarFile file(SentRequest request) throws IOException {
        String name = request.uri().getAuthority().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
        HarFile file = files.get(name);
        if (file == null) {
            Files.createDirectories(folder);
            file = HarFile.create(folder.resolve(name + ".har"), version);
            files.put(name, file);
        }
        return file;
    }

    /**
     * Completes the files and puts them in place.
     *
     * @throws MilesbotException of kind CONFIGURATION if the folder cannot be written to
     */
    @Override
    public synchronized void close() {
        IOException first = null;
        for (HarFile file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        files.clear();
        if (first != null) {
            throw unwritable(first);
        }
    }

    private MilesbotException unwritable(IOException cause) {
        return new MilesbotException(
                ErrorKind.CONFIGURATION,
                Text.of(HarRecorder.class, "unwritable", folder.toString(), cause.toString()),
                cause);
    }
}
