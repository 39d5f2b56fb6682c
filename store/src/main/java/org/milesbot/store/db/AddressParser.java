package org.milesbot.store.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** Takes a database's address apart. Its errors never repeat the address, which may hold a password. */
final class AddressParser {

    /** What libpq calls by another name than the driver does. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "keepalives", "tcpKeepAlive");

    private final String url;
    private final TreeMap<String, String> options = new TreeMap<>();

    AddressParser(String url) {
        this.url = url;
    }

    DatabaseAddress parse() {
        String rest = afterScheme();
        int query = rest.indexOf('?');
        readOptions(query < 0 ? "" : rest.substring(query + 1));
        String path = query < 0 ? rest : rest.substring(0, query);
        if (!path.startsWith("//")) {
            return address("", path);
        }
        int slash = path.indexOf('/', 2);
        String authority = slash < 0 ? path.substring(2) : path.substring(2, slash);
        return address(authority, slash < 0 ? "" : path.substring(slash + 1));
    }

    private String afterScheme() {
        for (String scheme : new String[] {"jdbc:postgresql:", "postgresql:", "postgres:"}) {
            if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return url.substring(scheme.length());
            }
        }
        throw wrong("address.scheme");
    }

    private void readOptions(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decoded(pair.substring(0, equals));
                options.put(DRIVER_NAMES.getOrDefault(name, name), decoded(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                throw wrong("address.option");
            }
        }
    }

    private DatabaseAddress address(String authority, String path) {
        int at = authority.lastIndexOf('@');
        String place = authority.substring(at + 1);
        String entry = at < 0 ? "" : authority.substring(0, at);
        int colon = entry.indexOf(':');
        String user = firstOf(decoded(colon < 0 ? entry : entry.substring(0, colon)), taken("user"));
        String password = colon < 0 ? taken("password") : decoded(entry.substring(colon + 1));
        String entered = firstOf(user, System.getProperty("user.name"));
        String database = firstOf(decoded(path), taken("dbname"));
        return new DatabaseAddress(
                host(place), port(place), firstOf(database, entered), entered, emptyToNull(password), options);
    }

    private @Nullable String taken(String option) {
        return options.remove(option);
    }

    private String host(String place) {
        if (place.indexOf(',') >= 0) {
            throw wrong("address.hosts");
        }
        if (place.startsWith("[")) {
            int close = place.indexOf(']');
            if (close < 0) {
                throw wrong("address.ipv6");
            }
            return place.substring(1, close);
        }
        int colon = place.indexOf(':');
        if (colon != place.lastIndexOf(':')) {
            throw wrong("address.ipv6");
        }
        String host = firstOf(decoded(colon < 0 ? place : place.substring(0, colon)), taken("host"));
        if (host.startsWith("/")) {
            throw wrong("address.socket");
        }
        return firstOf(host, "localhost");
    }

    private int port(String place) {
        int colon = place.indexOf(':', place.indexOf(']') + 1);
        String digits = firstOf(colon < 0 ? "" : place.substring(colon + 1), taken("port"));
        if (digits.isEmpty()) {
            return DatabaseAddress.USUAL_PORT;
        }
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > 65_535) {
            throw wrong("address.port");
        }
        return Integer.parseInt(digits);
    }

    /** Undoes percent-encoding. A plus sign is itself, as in every part of an address but a form's. */
    private String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The cause quotes the part, which may be the password: it is left behind.
            throw wrong("address.encoding");
        }
    }

    private static String firstOf(@Nullable String first, @Nullable String second) {
        if (first != null && !first.isEmpty()) {
            return first;
        }
        return second == null ? "" : second;
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static MilesbotException wrong(String key) {
        Text example = Text.of(AddressParser.class, "address.example");
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(AddressParser.class, key, example));
    }
}
