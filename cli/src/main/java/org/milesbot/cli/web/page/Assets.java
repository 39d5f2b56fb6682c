package org.milesbot.cli.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.milesbot.api.Bytes;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRoute;

/** The styles, scripts and pictures of the pages. Their version stands in their addresses, so browsers keep them long. */
final class Assets {

    private static final Duration FRESH = Duration.ofDays(30);
    private static final Map<String, String> TYPES = Map.of(
            "site.css", "text/css; charset=utf-8",
            "site.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");
    private static final Map<String, Bytes> FILES = files();

    /** Changes with any of them. */
    static final String VERSION = version();

    private Assets() {}

    static List<WebRoute> routes() {
        return FILES.entrySet().stream()
                .map(file -> WebRoute.get(
                        "/assets/" + file.getKey(),
                        request -> new WebReply.Content(
                                200, Objects.requireNonNull(TYPES.get(file.getKey())), file.getValue(), FRESH)))
                .toList();
    }

    private static Map<String, Bytes> files() {
        Map<String, Bytes> files = new LinkedHashMap<>();
        TYPES.keySet().stream().sorted().forEach(name -> files.put(name, read(name)));
        return files;
    }

    private static Bytes read(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream("assets/" + name), name)) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar can be read", e);
        }
    }

    private static String version() {
        CRC32 crc = new CRC32();
        FILES.values().forEach(file -> crc.update(file.toArray()));
        return Long.toHexString(crc.getValue());
    }
}
