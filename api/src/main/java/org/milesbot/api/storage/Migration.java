package org.milesbot.api.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a plug-in's tables. What was released once is never changed: another step follows it.
 *
 * @param file its name, such as {@code V001__balances.sql}: a version from 1 to 999999, and words
 * @param sql statements for PostgreSQL, which name tables without a schema; all of them take effect, or none
 */
public record Migration(String file, String sql) {

    /** How many characters of SQL one may have. */
    public static final int LONGEST = 1_000_000;

    private static final Pattern FILE = Pattern.compile("V([0-9]{1,6})__[a-z0-9_]{1,100}\\.sql");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not of that form, or there is no SQL or too much of it
     */
    public Migration {
        Matcher name = FILE.matcher(file);
        if (!name.matches() || Integer.parseInt(name.group(1)) == 0) {
            throw new IllegalArgumentException("the migration \"" + file
                    + "\" is not of the form V[0-9]{1,6}__[a-z0-9_]+.sql: V001__balances.sql");
        }
        if (sql.isBlank() || sql.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the migration " + file + " has " + sql.length() + " characters; 1 to " + LONGEST + " may be");
        }
    }

    /**
     * Reads a file that lies beside a class in the plug-in's jar.
     *
     * @throws IllegalArgumentException if it is not there, or not of the right form
     */
    public static Migration beside(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no file " + file + " lies beside " + owner.getName());
            }
            return new Migration(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The number that orders it among the others. */
    public int version() {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }
}
