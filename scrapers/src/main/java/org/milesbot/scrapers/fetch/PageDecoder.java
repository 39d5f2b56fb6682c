package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.Page;

/**
 * Makes text of an answer's bytes. Believes a byte order mark, then the header, then what the document says of itself,
 * but not against the evidence of the bytes: pages that say ISO-8859-1 and are UTF-8, or the other way round, are read
 * as what they are. Text that was encoded twice is mended where the mending is certain. Pure; never throws.
 */
public final class PageDecoder {

    private static final int HEAD = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)");
    private static final Pattern META = Pattern.compile("<meta[^>]{0,500}>", Pattern.CASE_INSENSITIVE);

    /** What the web means by these names (WHATWG encoding standard). */
    private static final Set<String> LATIN =
            Set.of("iso-8859-1", "latin1", "latin-1", "iso8859-1", "iso_8859-1", "us-ascii", "ascii", "ansi");

    private PageDecoder() {}

    /**
     * The page that the bytes are.
     *
     * @param requested the address that was asked for
     * @param url the address that answered
     * @param fetchedAt when the answer came
     * @param contentType the Content-Type header, or null
     * @param body the bytes, decompressed
     */
    public static Page decode(URI requested, URI url, Instant fetchedAt, @Nullable String contentType, Body body) {
        String text = Mojibake.mend(text(contentType, body.toBytes()));
        return new Page(requested, url, fetchedAt, contentType, text);
    }

    private static String text(@Nullable String contentType, byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return MixedText.of(bytes, 3).text();
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        return text(declared(contentType, bytes), bytes);
    }

    private static String text(Optional<Charset> declared, byte[] bytes) {
        Charset other = declared.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .orElse(MixedText.WINDOWS_1252);
        if (isWide(other) && hasNul(bytes)) {
            return new String(bytes, other);
        }
        MixedText mixed = MixedText.of(bytes, 0);
        if (isMultiByte(other) && mixed.strays() > 0) {
            return new String(bytes, other);
        }
        return mixed.isMostlyUtf8() ? mixed.text() : new String(bytes, isWide(other) ? MixedText.WINDOWS_1252 : other);
    }

    private static Optional<Charset> declared(@Nullable String contentType, byte[] bytes) {
        Optional<Charset> header = contentType == null ? Optional.empty() : named(CHARSET.matcher(contentType));
        return header.isPresent() ? header : inDocument(bytes);
    }

    private static Optional<Charset> inDocument(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Optional<Charset> xml = named(XML.matcher(head));
        if (xml.isPresent()) {
            return xml;
        }
        return META.matcher(head)
                .results()
                .map(meta -> named(CHARSET.matcher(meta.group())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Charset> named(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        if (LATIN.contains(name)) {
            return Optional.of(MixedText.WINDOWS_1252);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A charset nobody knows is no declaration.
            return Optional.empty();
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** Encodings in which bytes of an accidental UTF-8 sequence are common. */
    private static boolean isMultiByte(Charset charset) {
        return !isWide(charset) && charset.newDecoder().averageCharsPerByte() < 1;
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
