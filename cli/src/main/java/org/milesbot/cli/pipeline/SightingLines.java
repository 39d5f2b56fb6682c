package org.milesbot.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.pipeline.PromoReader.WrongField;

/**
 * Sightings from a stream, one JSON object a line: {@code sighting} (its id), {@code published_at}, and the fields of a
 * promo as {@code promos --json} prints them; {@code source}, {@code provenance}, {@code title} and {@code url} if they
 * are known. A line that {@code extract --json} printed is one too: its promos are sightings {@code id#1}, {@code id#2}
 * and so on. Other fields are ignored.
 */
public final class SightingLines implements AutoCloseable {

    private static final URI UNKNOWN_URL = URI.create("file:///");
    private static final String UNKNOWN_SOURCE = "unknown";

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final LineReader lines;

    /** Reads from a stream in UTF-8; closed with this. */
    public SightingLines(InputStream in) {
        lines = new LineReader(in);
    }

    /**
     * A sighting under the id it has in the file.
     *
     * @param id as it is written there: a string or a number
     */
    public record Named(JsonNode id, Sighting sighting) {}

    /**
     * A line: the sightings, or why there are none.
     *
     * @param sightings what was read; empty if the line was refused, or an announcement without promos
     * @param refusal why it was refused, or null
     */
    public record Line(List<Named> sightings, @Nullable Text refusal) {}

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
            JsonNode id = node.has("sighting") ? node.path("sighting") : node.path("id");
            if (!id.isTextual() && !id.isNumber()) {
                return refused("sightings.no_id");
            }
            return new Line(node.has("promos") ? ofAnnouncement(id, node) : List.of(named(id, node)), null);
        } catch (JsonProcessingException e) {
            return refused("lines.not_json", e.getOriginalMessage());
        } catch (WrongField e) {
            String field = e.field();
            return refused("sightings.wrong", field, Quoted.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<Named> ofAnnouncement(JsonNode id, JsonNode node) throws WrongField {
        List<Named> all = new ArrayList<>();
        for (JsonNode promo : node.path("promos")) {
            all.add(named(TextNode.valueOf(id.asText() + "#" + (all.size() + 1)), promo));
        }
        return all;
    }

    private static Named named(JsonNode id, JsonNode node) throws WrongField {
        if (!node.has("kind") && node instanceof ObjectNode object) {
            object.put("kind", PromoKind.TRANSFER_BONUS.value());
        }
        return new Named(
                id,
                new Sighting(
                        PromoReader.read(node),
                        source(node.path("source").asText("")),
                        provenance(node.path("provenance").asText("")),
                        node.path("title").asText(""),
                        url(node.path("url").asText("")),
                        published(node.path("published_at").asText(""))));
    }

    private static SourceId source(String name) throws WrongField {
        try {
            return new SourceId(name.isEmpty() ? UNKNOWN_SOURCE : name);
        } catch (IllegalArgumentException e) {
            throw new WrongField("source", name, e);
        }
    }

    private static Provenance provenance(String name) throws WrongField {
        try {
            return name.isEmpty() ? Provenance.BLOG : Provenance.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongField("provenance", name, e);
        }
    }

    private static URI url(String written) throws WrongField {
        try {
            return written.isEmpty() ? UNKNOWN_URL : URI.create(written);
        } catch (IllegalArgumentException e) {
            throw new WrongField("url", written, e);
        }
    }

    /** An instant with its offset; without one, or as a day alone, in America/Sao_Paulo. */
    private static Instant published(String written) throws WrongField {
        try {
            if (written.indexOf('T') < 0) {
                return LocalDate.parse(written).atStartOfDay(Zones.SAO_PAULO).toInstant();
            }
            return written.endsWith("Z") || written.lastIndexOf('-') > written.indexOf('T') || written.indexOf('+') > 0
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(Zones.SAO_PAULO).toInstant();
        } catch (DateTimeParseException e) {
            throw new WrongField("published_at", written, e);
        }
    }

    private Line refused(String key, Object... arguments) {
        return new Line(List.of(), lines.refusal(key, arguments));
    }

    @Override
    public void close() {
        lines.close();
    }
}
