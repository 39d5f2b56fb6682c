package org.milesbot.cli.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A value that is never shown whole.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    private static final String DOTS = "••••";
    private static final String JDBC = "jdbc:";
    private static final int LONG_ENOUGH_TO_SHOW_AN_END = 16;

    /** A secret web address; null if the words are no http or https address. */
    public static @Nullable Secret webAddress(String words) {
        try {
            URI uri = new URI(words);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? new Secret(words) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * What may be shown: the server and database of an address, without user, password and parameters; of a web address
     * the server alone, since its path may be the key; the last four characters of a long key; dots for all else.
     */
    public String masked() {
        if (value.contains("://")) {
            return maskedAddress();
        }
        if (value.startsWith(JDBC)) {
            return DOTS;
        }
        return value.length() < LONG_ENOUGH_TO_SHOW_AN_END ? DOTS : DOTS + value.substring(value.length() - 4);
    }

    private String maskedAddress() {
        String jdbc = value.startsWith(JDBC) ? JDBC : "";
        try {
            URI uri = new URI(value.substring(jdbc.length()));
            if (uri.getHost() == null || mayHaveBeenMisread(uri)) {
                return DOTS;
            }
            String user = uri.getRawUserInfo() == null ? "" : DOTS + "@";
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String path = uri.getScheme().startsWith("http") ? "/" + DOTS : orEmpty(uri.getRawPath());
            return jdbc + uri.getScheme() + "://" + user + uri.getHost() + port + path;
        } catch (URISyntaxException e) {
            return DOTS;
        }
    }

    /** An unescaped {@code @ / ? #} in a password shifts the parts, and a piece of it may look like the host. */
    private boolean mayHaveBeenMisread(URI uri) {
        long signs = value.chars().filter(c -> c == '@').count();
        return uri.getRawFragment() != null || signs != (uri.getRawUserInfo() == null ? 0 : 1);
    }

    private static String orEmpty(@Nullable String path) {
        return path == null ? "" : path;
    }

    /** As {@link #masked()}, so that no log line and no record shows the secret. */
    @Override
    public String toString() {
        return masked();
    }
}
