package org.milesbot.cli.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Bytes;
import org.milesbot.api.web.WebReply;

/** Content as it goes over the wire, with its mark, and compressed where that pays. */
final class Ready {

    private static final int WORTH_COMPRESSING = 1_000;
    private static final int MARK_BYTES = 16;

    private final WebReply.Content content;
    private final byte[] plain;
    private final byte @Nullable [] compressed;
    private final String mark;
    private final @Nullable String location;

    private Ready(
            WebReply.Content content,
            byte[] plain,
            byte @Nullable [] compressed,
            String mark,
            @Nullable String location) {
        this.content = content;
        this.plain = plain;
        this.compressed = compressed;
        this.mark = mark;
        this.location = location;
    }

    static Ready of(WebReply.Content content) {
        byte[] plain = content.body().toArray();
        boolean pays = plain.length >= WORTH_COMPRESSING && isText(content.type());
        byte[] compressed = pays ? compressed(plain) : null;
        // What is the same is compressed to the same, and there is less of it to go through.
        return new Ready(content, plain, compressed, mark(compressed == null ? plain : compressed), null);
    }

    /** What sends somebody on, to be asked for by GET. */
    static Ready of(WebReply.Redirect redirect) {
        WebReply.Content content = new WebReply.Content(
                HttpStatus.SEE_OTHER_303, "text/plain; charset=utf-8", Bytes.of(redirect.path()), Duration.ZERO);
        byte[] plain = content.body().toArray();
        return new Ready(content, plain, null, mark(plain), redirect.path());
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript");
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Weak, because both forms go by the same mark. */
    private static String mark(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, MARK_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    int status() {
        return content.status();
    }

    String type() {
        return content.type();
    }

    Duration freshFor() {
        return content.freshFor();
    }

    /** For how long it may be kept here: not at all if it is no success. */
    Duration keptFor() {
        return content.status() == 200 ? content.freshFor() : Duration.ZERO;
    }

    /** What a browser shows to ask whether it has changed. */
    String mark() {
        return mark;
    }

    /** Where it sends to, or null. */
    @Nullable
    String location() {
        return location;
    }

    /** Whether there is a compressed form. */
    boolean isCompressible() {
        return compressed != null;
    }

    byte[] bytes(boolean compress) {
        return compress && compressed != null ? compressed : plain;
    }

    /** How many bytes it takes to keep. */
    int weight() {
        return plain.length + (compressed == null ? 0 : compressed.length);
    }
}
