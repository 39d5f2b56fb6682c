package org.milesbot.store.db;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;

/**
 * Where a PostgreSQL database is and as whom to enter. {@link #toString()} masks every secret.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port its TCP port
 * @param database the name of the database
 * @param user the role to enter as
 * @param password the role's password, or null if the server asks for none
 * @param options further settings of the connection, such as {@code sslmode}
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        SortedMap<String, String> options) {

    static final int USUAL_PORT = 5432;

    /** Copies the options. */
    public DatabaseAddress {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?sslmode=require}, the same with {@code postgres://}, or
     * {@code jdbc:postgresql://host:port/database?user=…&password=…}. What is left out is what psql would take:
     * {@code localhost}, port 5432, the user of the operating system, a database of the user's name.
     *
     * @throws MilesbotException of kind CONFIGURATION if it has another form
     */
    public static DatabaseAddress parse(String url) {
        return new AddressParser(url.strip()).parse();
    }

    /** Host and port, as error messages name a server. */
    public String server() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** The driver's form of it, without options and secrets. */
    String driverUrl() {
        return "jdbc:postgresql://" + server() + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** The address in the form of libpq, with secrets masked. */
    @Override
    public String toString() {
        return "postgresql://" + user + (password == null ? "" : ":***") + "@" + server() + "/" + database
                + maskedOptions();
    }

    private String maskedOptions() {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream().map(DatabaseAddress::masked).collect(Collectors.joining("&", "?", ""));
    }

    private static String masked(Map.Entry<String, String> option) {
        boolean secret = option.getKey().toLowerCase(Locale.ROOT).contains("password");
        return option.getKey() + "=" + (secret ? "***" : option.getValue());
    }
}
