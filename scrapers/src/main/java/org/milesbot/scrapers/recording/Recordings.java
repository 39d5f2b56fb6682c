package org.milesbot.scrapers.recording;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;

/**
 * Recorded exchanges that answer requests in place of the network. A request is answered by the exchanges of the same
 * method and address, one after the other, the last one again and again. Safe for use by several threads.
 */
public final class Recordings {

    private static final Answer NOT_FOUND = new Answer(404, Headers.NONE, Body.of(""));
    private static final Answer NOT_MODIFIED = new Answer(304, Headers.NONE, Body.of(""));

    private record Track(List<Exchange> exchanges, AtomicInteger asked) {}

    private final String place;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final List<Exchange> exchanges;

    private Recordings(String place, List<Exchange> exchanges) {
        this.place = place;
        this.exchanges = List.copyOf(exchanges);
        for (Exchange exchange : exchanges) {
            tracks.computeIfAbsent(key(exchange.request()), key -> new Track(new ArrayList<>(), new AtomicInteger()))
                    .exchanges()
                    .add(exchange);
        }
    }

    /**
     * The recordings of one file, or of all files {@code *.har} and {@code *.har.gz} of a folder in the order of their
     * names.
     *
     * @throws MilesbotException of kind CONFIGURATION if there is no recording, of kind DATA if one cannot be read
     */
    public static Recordings read(Path fileOrFolder) {
        List<Exchange> exchanges = new ArrayList<>();
        for (Path file : files(fileOrFolder)) {
            try (InputStream in = Files.newInputStream(file)) {
                exchanges.addAll(new HarReader(file.toString()).read(in));
            } catch (IOException e) {
                throw missing(fileOrFolder, e);
            }
        }
        return new Recordings(fileOrFolder.toString(), exchanges);
    }

    private static List<Path> files(Path fileOrFolder) {
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> found = Files.list(fileOrFolder)) {
            List<Path> files = found.filter(Recordings::isRecording).sorted().toList();
            if (files.isEmpty()) {
                throw missing(fileOrFolder, null);
            }
            return files;
        } catch (IOException e) {
            throw missing(fileOrFolder, e);
        }
    }

    private static boolean isRecording(Path file) {
        String name = file.toString();
        return name.endsWith(".har") || name.endsWith(".har.gz");
    }

    /**
     * The recordings of one HAR file from anywhere, such as the class path. Does not close the stream.
     *
     * @param name what to call it in error messages
     * @throws MilesbotException of kind DATA if it cannot be read
     */
    public static Recordings of(String name, InputStream in) {
        return new Recordings(name, new HarReader(name).read(in));
    }

    /** These recordings followed by others; both begin anew. */
    public Recordings and(Recordings others) {
        List<Exchange> all = new ArrayList<>(exchanges);
        all.addAll(others.exchanges);
        return new Recordings(place + ", " + others.place, all);
    }

    /** All exchanges, in the order they were read. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /**
     * Answers a request. A robots.txt that was not recorded does not exist; a conditional request is answered with 304
     * if the recorded answer still matches.
     *
     * @throws IOException if the request was recorded as one that got no answer
     * @throws MilesbotException of kind DATA if no recording answers
     */
    public Exchange answer(SentRequest request) throws IOException {
        Exchange recorded = next(request);
        if (recorded == null && "/robots.txt".equals(request.uri().getPath())) {
            return new Exchange(request, Instant.EPOCH, Duration.ZERO, NOT_FOUND);
        }
        if (recorded == null) {
            throw new MilesbotException(
                    ErrorKind.DATA,
                    Text.of(
                            Recordings.class,
                            "unanswered",
                            request.method(),
                            request.uri().toString(),
                            place));
        }
        if (recorded.answer().status() == 0) {
            throw new IOException("recorded without an answer");
        }
        boolean unchanged = recorded.answer().status() == 200 && isUnchanged(request, recorded.answer());
        Answer answer = unchanged ? NOT_MODIFIED : recorded.answer();
        return new Exchange(request, recorded.startedAt(), recorded.took(), answer);
    }

    private @Nullable Exchange next(SentRequest request) {
        Track track = tracks.get(key(request));
        if (track == null) {
            return null;
        }
        boolean conditional = request.headers().first("If-None-Match") != null
                || request.headers().first("If-Modified-Since") != null;
        // Whoever has nothing at hand cannot use the answer that nothing has changed.
        List<Exchange> usable = track.exchanges().stream()
                .filter(exchange -> conditional || exchange.answer().status() != 304)
                .toList();
        if (usable.isEmpty()) {
            return null;
        }
        return usable.get(Math.min(track.asked().getAndIncrement(), usable.size() - 1));
    }

    private static boolean isUnchanged(SentRequest request, Answer answer) {
        String tag = request.headers().first("If-None-Match");
        if (tag != null) {
            String recorded = answer.headers().first("ETag");
            return recorded != null && strong(tag).equals(strong(recorded));
        }
        Instant since = httpDate(request.headers().first("If-Modified-Since"));
        Instant modified = httpDate(answer.headers().first("Last-Modified"));
        return since != null && modified != null && !modified.isAfter(since);
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static @Nullable Instant httpDate(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            // A date that nobody can read is no date (RFC 9110, section 13.1.3).
            return null;
        }
    }

    private static String key(SentRequest request) {
        URI uri = request.uri();
        String address = uri.toString();
        int fragment = address.indexOf('#');
        return request.method() + ' ' + (fragment < 0 ? address : address.substring(0, fragment));
    }

    private static MilesbotException missing(Path place, @Nullable Exception cause) {
        return new MilesbotException(
                ErrorKind.CONFIGURATION, Text.of(Recordings.class, "missing", place.toString()), cause);
    }
}
