package org.milesbot.scrapers.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A HAR 1.2 file in the making: entries go to a temporary file, which takes the name when it is closed. */
final class HarFile {

    private static final String HTTP = "HTTP/1.1";

    private final Path target;
    private final Path temporary;
    private final JsonGenerator json;

    private HarFile(Path target, Path temporary, JsonGenerator json) {
        this.target = target;
        this.temporary = temporary;
        this.json = json;
    }

    static HarFile create(Path target, String version) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent(), "a file in a folder");
        Path temporary = Files.createTempFile(folder, target.getFileName() + ".", ".tmp");
        JsonGenerator json = new JsonFactory().createGenerator(Files.newOutputStream(temporary));
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", "1.2");
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "milesbot");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeArrayFieldStart("pages");
        json.writeEndArray();
        json.writeArrayFieldStart("entries");
        return new HarFile(target, temporary, json);
    }

    void write(Exchange exchange) throws IOException {
        long took = exchange.took().toMillis();
        json.writeStartObject();
        json.writeStringField("startedDateTime", iso(exchange.startedAt()));
        json.writeNumberField("time", took);
        writeRequest(exchange.request());
        writeAnswer(exchange.answer());
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", took);
        json.writeNumberField("receive", 0);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Always with milliseconds, which some readers of HAR files insist on. */
    private static String iso(Instant instant) {
        String iso = Instant.ofEpochMilli(instant.toEpochMilli()).toString();
        return iso.contains(".") ? iso : iso.replace("Z", ".000Z");
    }

    private void writeRequest(SentRequest request) throws IOException {
        json.writeObjectFieldStart("request");
        json.writeStringField("method", request.method());
        json.writeStringField("url", request.uri().toString());
        json.writeStringField("httpVersion", HTTP);
        writeHead(request.headers());
        json.writeArrayFieldStart("queryString");
        writeQuery(request.uri());
        json.writeEndArray();
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", 0);
        json.writeEndObject();
    }

    private void writeQuery(URI uri) throws IOException {
        String query = uri.getRawQuery();
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", 0)) {
            int equals = pair.indexOf('=');
            json.writeStartObject();
            json.writeStringField("name", unescape(equals < 0 ? pair : pair.substring(0, equals)));
            json.writeStringField("value", unescape(equals < 0 ? "" : pair.substring(equals + 1)));
            json.writeEndObject();
        }
    }

    private static String unescape(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private void writeAnswer(Answer answer) throws IOException {
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", answer.status());
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", HTTP);
        writeHead(answer.headers());
        writeContent(answer);
        json.writeStringField(
                "redirectURL", Objects.requireNonNullElse(answer.headers().first("Location"), ""));
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", -1);
        json.writeEndObject();
    }

    private void writeHead(Headers headers) throws IOException {
        json.writeArrayFieldStart("cookies");
        json.writeEndArray();
        json.writeArrayFieldStart("headers");
        for (Header line : headers.withoutCredentials().lines()) {
            json.writeStartObject();
            json.writeStringField("name", line.name());
            json.writeStringField("value", line.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeContent(Answer answer) throws IOException {
        byte[] bytes = answer.body().toBytes();
        String text = utf8(bytes);
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", bytes.length);
        json.writeStringField(
                "mimeType", Objects.requireNonNullElse(answer.headers().first("Content-Type"), ""));
        json.writeStringField("text", text != null ? text : Base64.getEncoder().encodeToString(bytes));
        if (text == null) {
            json.writeStringField("encoding", "base64");
        }
        json.writeEndObject();
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            // Bytes that are no text are written in base64.
            return null;
        }
    }

    void close() throws IOException {
        try {
            try (json) {
                json.writeEndArray();
                json.writeEndObject();
                json.writeEndObject();
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
