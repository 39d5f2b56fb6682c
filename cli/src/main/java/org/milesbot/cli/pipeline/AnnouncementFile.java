package org.milesbot.cli.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Body;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.pipeline.AnnouncementLines.Line;
import org.milesbot.scrapers.fetch.PageDecoder;
import org.milesbot.scrapers.page.SavedPage;

/**
 * One announcement out of a file: an HTML page, the HTML or text of a post, or a line of JSON as {@link AnnouncementLines}
 * reads it.
 */
public final class AnnouncementFile {

    private static final int LARGEST = 16 << 20;
    private static final int HEAD = 8 << 10;
    private static final int MOST_IDS = 5;
    private static final URI UNKNOWN = URI.create("file:///");

    private final String name;
    private final byte[] bytes;

    private AnnouncementFile(String name, byte[] bytes) {
        this.name = Quoted.of(name);
        this.bytes = bytes;
    }

    /** Where something that an announcement needs was taken from. */
    public enum Taken {
        /** The person said so. */
        OPTION,
        /** The page says so. */
        PAGE,
        /** The line of JSON says so. */
        LINE,
        /** Nothing says so: the time is now. */
        CLOCK
    }

    /**
     * What a person says of an announcement; it counts before what the file says.
     *
     * @param id which line of a file of several; null if it has one
     * @param title its heading, or null
     * @param publishedAt when it was published, or null
     * @param url where people read it, or null
     */
    public record Told(
            @Nullable String id,
            @Nullable String title,
            @Nullable Instant publishedAt,
            @Nullable URI url) {}

    /**
     * What was found in a file.
     *
     * @param announcement the announcement
     * @param published where its time of publication was taken from
     */
    public record Found(Announcement announcement, Taken published) {}

    /**
     * Reads a file, up to 16 MB of it.
     *
     * @param name what the person calls it
     */
    public static AnnouncementFile open(String name, Path path) {
        if (Files.isDirectory(path)) {
            throw unusable("file.directory", name, null);
        }
        if (!Files.exists(path)) {
            throw unusable("file.missing", name, null);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(name, in);
        } catch (AccessDeniedException e) {
            throw unusable("file.closed", name, e);
        } catch (IOException e) {
            throw unusable("file.unreadable", name, e);
        }
    }

    /** Reads a stream, up to 16 MB of it. */
    public static AnnouncementFile of(String name, InputStream in) {
        try {
            return read(name, in);
        } catch (IOException e) {
            throw unusable("file.unreadable", name, e);
        }
    }

    private static AnnouncementFile read(String name, InputStream in) throws IOException {
        AnnouncementFile file = new AnnouncementFile(name, in.readNBytes(LARGEST + 1));
        if (file.bytes.length > LARGEST) {
            throw file.wrong("file.too_large", Integer.toString(LARGEST >> 20));
        }
        if (file.text(HEAD).isBlank()) {
            throw file.wrong("file.empty");
        }
        if (file.isBinary()) {
            throw file.wrong("file.binary");
        }
        return file;
    }

    /** The announcement in it. */
    public Found announcement(Told told, Instant now) {
        if (text(HEAD).stripLeading().startsWith("{")) {
            return line(told);
        }
        if (told.id() != null) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(AnnouncementFile.class, "file.id_of_page", name));
        }
        return page(told, now);
    }

    private Found page(Told told, Instant now) {
        String text =
                PageDecoder.decode(UNKNOWN, UNKNOWN, now, null, Body.of(bytes)).text();
        SavedPage page = SavedPage.read(text);
        Instant stated = told.publishedAt() == null ? page.published() : told.publishedAt();
        Announcement announcement = new Announcement(
                name,
                told.title() == null ? page.title() : told.title(),
                page.html(),
                told.url(),
                stated == null ? now : stated);
        Taken taken = page.published() == null ? Taken.CLOCK : Taken.PAGE;
        return new Found(announcement, told.publishedAt() == null ? taken : Taken.OPTION);
    }

    private Found line(Told told) {
        Announcement line = chosen(told.id());
        Announcement announcement = new Announcement(
                line.id(),
                told.title() == null ? line.title() : told.title(),
                line.html(),
                told.url() == null ? line.url() : told.url(),
                told.publishedAt() == null ? line.publishedAt() : told.publishedAt());
        return new Found(announcement, told.publishedAt() == null ? Taken.LINE : Taken.OPTION);
    }

    private Announcement chosen(@Nullable String id) {
        List<String> ids = new ArrayList<>();
        Announcement only = null;
        Text refusal = null;
        try (AnnouncementLines lines = new AnnouncementLines(new ByteArrayInputStream(bytes))) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.announcement() == null) {
                    refusal = refusal == null ? line.refusal() : refusal;
                    continue;
                }
                only = line.announcement();
                ids.add(only.id());
                if (only.id().equals(id)) {
                    return only;
                }
            }
        }
        if (only == null) {
            throw wrong("file.line", Objects.requireNonNull(refusal));
        }
        if (id == null && ids.size() == 1) {
            return only;
        }
        throw new MilesbotException(ErrorKind.USAGE, id == null ? several(ids) : unknown(id, ids));
    }

    private Text several(List<String> ids) {
        return Text.of(AnnouncementFile.class, "file.several", name, Integer.toString(ids.size()), first(ids));
    }

    private Text unknown(String id, List<String> ids) {
        return Nearest.to(id, ids)
                .map(near ->
                        Text.of(AnnouncementFile.class, "file.no_id.nearest", name, Quoted.of(id), Quoted.of(near)))
                .orElse(Text.of(AnnouncementFile.class, "file.no_id", name, Quoted.of(id), first(ids)));
    }

    private static String first(List<String> ids) {
        String first = Quoted.of(String.join(", ", ids.subList(0, Math.min(MOST_IDS, ids.size()))));
        return ids.size() > MOST_IDS ? first + "…" : first;
    }

    private String text(int most) {
        int from = startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
        return new String(bytes, from, Math.min(bytes.length - from, most), StandardCharsets.UTF_8);
    }

    /** No text holds a zero, except in UTF-16, which begins with a mark. */
    private boolean isBinary() {
        if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
            return false;
        }
        for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return startsWith('%', 'P', 'D', 'F') || startsWith(0x1f, 0x8b);
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private MilesbotException wrong(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new MilesbotException(ErrorKind.DATA, Text.of(AnnouncementFile.class, key, all));
    }

    private static MilesbotException unusable(String key, String name, @Nullable Exception cause) {
        return new MilesbotException(
                ErrorKind.CONFIGURATION, Text.of(AnnouncementFile.class, key, Quoted.of(name)), cause);
    }
}
