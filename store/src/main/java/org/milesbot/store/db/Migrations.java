package org.milesbot.store.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/**
 * Brings a schema up to what this milesbot knows. A schema that is current costs one query; Flyway's classes are loaded
 * only for one that is behind. A newer schema is refused. Several processes may do it at once: one works, the others
 * wait for it.
 */
public final class Migrations {

    static final String FOLDER = "db/migration/";
    private static final String UNDEFINED_TABLE = "42P01";

    private final Database database;
    private final List<String> files;

    /** The migrations of milesbot itself. */
    public Migrations(Database database) {
        this(database, bundledFiles());
    }

    Migrations(Database database, List<String> files) {
        this.database = database;
        this.files = List.copyOf(files);
    }

    /** The newest version this milesbot knows. */
    public int known() {
        return newest(files);
    }

    /** The newest version that comes with this milesbot. */
    public static int bundled() {
        return newest(bundledFiles());
    }

    private static int newest(List<String> files) {
        return versionOf(files.get(files.size() - 1));
    }

    /** The version of the schema; 0 if there is none yet. */
    public int current() {
        return database.with(open -> {
            try {
                return version(open, "flyway_schema_history");
            } catch (JdbiException e) {
                var sql = DatabaseFailure.sqlException(e);
                if (sql != null && UNDEFINED_TABLE.equals(sql.getSQLState())) {
                    return 0;
                }
                throw e;
            }
        });
    }

    /** The version that a history says. */
    static int version(Handle open, String history) {
        return open.createQuery("select coalesce(max(version::integer), 0) from " + history
                        + " where success and version is not null")
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Makes the schema current, and makes it if there is none.
     *
     * @return how many versions it was behind
     * @throws MilesbotException of kind CONFIGURATION if the schema is newer than this milesbot
     */
    public int ensureCurrent() {
        int current = current();
        if (current > known()) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(
                            Migrations.class,
                            "newer-schema",
                            database.schema(),
                            String.valueOf(current),
                            String.valueOf(known())));
        }
        if (current < known()) {
            migrateTo(known());
        }
        return known() - current;
    }

    /** Migrates alone, whoever else wants to; finds nothing to do if somebody else did it first. */
    void migrateTo(int version) {
        try (Database alone = database.another()) {
            alone.with(open -> {
                Locks.acquire(open, Locks.key(database, "migrations"));
                return open;
            });
            FlywayRun.migrate(database, files, version);
        }
    }

    static int versionOf(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    /** The index spares a search through the whole jar; a test holds it against the folder. */
    private static List<String> bundledFiles() {
        try (InputStream index = Objects.requireNonNull(
                        Migrations.class.getClassLoader().getResourceAsStream(FOLDER + "index"), "no index");
                BufferedReader lines = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
