package org.milesbot.scrapers.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses as people write them. */
final class Addresses {

    /** What java.net.URI refuses and browsers escape: blanks, quotes, accents and brackets in paths. */
    private static final Pattern UNESCAPED =
            Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

    private static final int LONGEST = 2_000;

    private Addresses() {}

    /** The absolute http or https address that a page means; empty if it means none. */
    static Optional<URI> resolve(@Nullable String written, URI base) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = base.resolve(new URI(escaped(written.strip())));
            return isWeb(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null;
    }

    private static String escaped(String written) {
        return UNESCAPED.matcher(written).replaceAll(match -> percent(match.group()));
    }

    private static String percent(String character) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(String.format(Locale.ROOT, "%02X", octet));
        }
        return escaped.toString();
    }
}
