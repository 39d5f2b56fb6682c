package org.milesbot.scrapers.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one HAR 1.2 file, as written by {@link HarRecorder} or exported by a browser. */
final class HarReader {

    /** The most that one file may hold, also after decompression. */
    static final int MOST_BYTES = 128 << 20;

    private static final Logger log = LoggerFactory.getLogger(HarReader.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CODING = Set.of("content-encoding");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private final String file;

    /**
     * @param file what the file is called in error messages
     */
    HarReader(String file) {
        this.file = file;
    }

    /** Reads all exchanges over http and https, in the file's order. */
    List<Exchange> read(InputStream in) {
        JsonNode entries = parse(in).path("log").path("entries");
        if (!entries.isArray()) {
            throw broken(Text.of(HarReader.class, "har.no_entries"), null);
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            URI uri = address(entries.get(i));
            if (uri != null) {
                exchanges.add(exchange(entries.get(i), uri, i));
            }
        }
        return exchanges;
    }

    private JsonNode parse(InputStream in) {
        try {
            return JSON.readTree(bounded(in));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String line = place == null ? "?" : String.valueOf(place.getLineNr());
            String column = place == null ? "?" : String.valueOf(place.getColumnNr());
            throw broken(Text.of(HarReader.class, "har.not_json", line, column), e);
        } catch (IOException e) {
            throw broken(Text.of(HarReader.class, "har.unreadable", String.valueOf(e.getMessage())), e);
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (isGzip(bytes)) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw broken(Text.of(HarReader.class, "har.too_large", String.valueOf(MOST_BYTES >> 20)), null);
        }
        return bytes;
    }

    /** Browsers record more than can be asked for: data in the address itself, sockets, addresses not well formed. */
    private @Nullable URI address(JsonNode entry) {
        String url = entry.path("request").path("url").asText();
        try {
            return url.startsWith("http://") || url.startsWith("https://") ? new URI(url) : null;
        } catch (URISyntaxException e) {
            log.debug("{}: passing over an address that no request can have: {}", file, url);
            return null;
        }
    }

    private Exchange exchange(JsonNode entry, URI uri, int index) {
        try {
            JsonNode request = entry.path("request");
            SentRequest sent = new SentRequest(
                    request.path("method").asText("GET").toUpperCase(Locale.ROOT), uri, headers(request));
            Duration took = Duration.ofMillis(Math.max(0, entry.path("time").asLong()));
            return new Exchange(sent, startedAt(entry), took, answer(entry.path("response")));
        } catch (DateTimeException | IllegalArgumentException | IOException e) {
            String place = "log.entries[" + index + "]";
            throw broken(Text.of(HarReader.class, "har.bad_entry", place, String.valueOf(e.getMessage())), e);
        }
    }

    private static Instant startedAt(JsonNode entry) {
        return OffsetDateTime.parse(entry.path("startedDateTime").asText())
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static Answer answer(JsonNode response) throws IOException {
        byte[] bytes = content(response.path("content"));
        Headers headers = headers(response).without(FRAMING);
        // Browsers export the body decompressed beside the head of the compressed answer.
        if (!isGzip(bytes)) {
            headers = headers.without(CODING);
        }
        return new Answer(response.path("status").asInt(), headers, Body.of(bytes));
    }

    private static byte[] content(JsonNode content) throws IOException {
        String text = content.path("text").asText("");
        String encoding = content.path("encoding").asText("").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "" -> Body.of(text).toBytes();
            case "base64" -> Base64.getMimeDecoder().decode(text);
            case "gzip" -> gunzip(Base64.getMimeDecoder().decode(text));
            default -> throw new IOException("content.encoding \"" + encoding + "\"; known: base64, gzip");
        };
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(MOST_BYTES);
    }

    private static Headers headers(JsonNode message) {
        List<Header> lines = new ArrayList<>();
        for (JsonNode line : message.path("headers")) {
            lines.add(new Header(line.path("name").asText(), line.path("value").asText()));
        }
        return new Headers(lines);
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    private MilesbotException broken(Text why, @Nullable Exception cause) {
        return new MilesbotException(ErrorKind.DATA, Text.of(HarReader.class, "har.broken", file, why), cause);
    }
}
