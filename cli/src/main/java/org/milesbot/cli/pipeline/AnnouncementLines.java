package org.milesbot.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
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

    private final ObjectMapper json = new ObjectMapper();
    private final LineReader lines;

    /** Reads from a stream in UTF-8; closed with this. */
    public AnnouncementLines(InputStream in) {
        lines = new LineReader(in);
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
        String text = lines.next();
        return text == null ? null : parse(text);
    }

    private Line parse(String text) {
        if (text.length() > LineReader.LONGEST) {
            return refused("lines.too_long", LineReader.LONGEST >> 20);
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
        return new Line(null, lines.refusal(key, arguments));
    }

    @Override
    public void close() {
        lines.close();
    }
}
