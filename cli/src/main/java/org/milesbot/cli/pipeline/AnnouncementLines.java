package org.milesbot.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Announcement;

/**
 * Announcements from a stream, one JSON object a line: {@code id}, {@code title}, {@code html}, {@code published_at} (ISO
 * date-time with offset) and, if there is one, {@code url}. Empty lines are passed over, other fields are ignored.
 */
public final class AnnouncementLines implements AutoCloseable {

    private static final int LONGEST_LINE = 10 << 20;

    private final ObjectMapper json = new ObjectMapper();
    private final BufferedReader reader;
    private int number;

    /** Reads from a stream in UTF-8; closed with this. */
    public AnnouncementLines(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * A line: the announcement, or why there is none.
     *
     * @param announcement what was read, or null if the line was refused
     * @param refusal why it was refused, or null
     */
    public record Line(
            @Nullable Announcement announcement, @Nullable Text refusal) {}

    /** The next line, or null at the end of the stream. */
    public @Nullable Line next() {
        try {
            String text = readLine();
            while (text != null && text.isBlank()) {
                text = readLine();
            }
            return text == null ? null : parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input broke off", e);
        }
    }

    private Line parse(String text) {
        if (text.length() > LONGEST_LINE) {
            return refused("lines.too_long", LONGEST_LINE >> 20);
        }
        try {
            JsonNode node = json.readTree(text);
            if (!node.isObject() || !node.path("id").isTextual()) {
                return refused("lines.no_id");
            }
            return new Line(announcement(node), null);
        } catch (JsonProcessingException e) {
            return refused("lines.not_json", e.getOriginalMessage());
        } catch (DateTimeParseException e) {
            return refused("lines.published_at", e.getParsedString());
        } catch (IllegalArgumentException e) {
            return refused("lines.url", String.valueOf(e.getMessage()));
        }
    }

    private static Announcement announcement(JsonNode node) {
        String url = node.path("url").asText("");
        Instant published =
                OffsetDateTime.parse(node.path("published_at").asText("")).toInstant();
        return new Announcement(
                node.path("id").asText(),
                node.path("title").asText(""),
                node.path("html").asText(""),
                url.isEmpty() ? null : URI.create(url),
                published);
    }

    private Line refused(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = Integer.toString(number);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Line(null, Text.of(AnnouncementLines.class, key, all));
    }

    /** The next line, one character longer than the longest if it is too long; the rest of it is passed over. */
    private @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        number++;
        while (character >= 0 && character != '\n') {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) character);
            }
            character = reader.read();
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input does not close", e);
        }
    }
}
