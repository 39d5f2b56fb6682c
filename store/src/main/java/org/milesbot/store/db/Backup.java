package org.milesbot.store.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.store.db.BackupManifest.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all that a schema holds into one file, as of one instant, and makes a schema of such a file again. It needs no
 * programs of PostgreSQL, and the file serves every major version of it.
 */
public final class Backup {

    /** Where a backup is built up before it takes the schema's place. */
    private static final String BESIDE = "_restore";

    private final Database database;
    private final Clock clock;

    public Backup(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes a backup; a file of that name is replaced when the new one is complete, and not before.
     *
     * @return what is in it
     * @throws MilesbotException of kind CONFIGURATION if the file cannot be written
     */
    public BackupManifest backup(Path file) {
        Path target = file.toAbsolutePath();
        Path half = target.resolveSibling("." + target.getFileName() + ".half");
        int version = new Migrations(database).current();
        try {
            Files.deleteIfExists(half);
            try {
                return backup(target, half, version);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private BackupManifest backup(Path target, Path half, int version) throws IOException {
        BackupManifest manifest = database.with(open -> open.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, snapshot -> write(snapshot, version, half)));
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
    }

    private BackupManifest write(Handle snapshot, int version, Path half) {
        snapshot.execute("set local statement_timeout to 0");
        List<Table> tables = new ArrayList<>();
        try (OutputStream out = PrivateFile.create(half);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Table table : Tables.of(snapshot, database.schema())) {
                zip.putNextEntry(new ZipEntry(table.file()));
                String copy = "copy " + table.listed(database.schema()) + " to stdout";
                long rows = copyManager(snapshot).copyOut(copy, zip);
                zip.closeEntry();
                tables.add(new Table(table.name(), table.columns(), rows));
            }
            BackupManifest manifest = new BackupManifest(version, clock.instant(), tables);
            zip.putNextEntry(new ZipEntry(BackupManifest.FILE));
            zip.write(manifest.toJson());
            zip.closeEntry();
            return manifest;
        } catch (IOException e) {
            throw unwritable(half, e);
        } catch (SQLException e) {
            throw DatabaseFailure.of(database.address(), e);
        }
    }

    /**
     * Makes the schema what a backup says. It is built up beside the schema, made current, and put in its place in one
     * transaction at the end: whatever goes wrong before leaves everything as it was.
     *
     * @param replace whether to replace a schema that holds something
     * @return what was in the backup
     * @throws MilesbotException of kind DATA if the file is damaged, CONFIGURATION if it is newer than this milesbot, is
     *     not there, or would replace something unasked
     */
    public BackupManifest restore(Path file, boolean replace) {
        BackupManifest manifest = readManifest(file);
        int known = new Migrations(database).known();
        if (manifest.version() > known) {
            throw failure(ErrorKind.CONFIGURATION, null, "backup-newer", file, manifest.version(), known);
        }
        if (!replace && database.with(open -> Tables.hasRows(open, database.schema()))) {
            throw failure(ErrorKind.CONFIGURATION, null, "backup-not-empty", database.schema());
        }
        try (Database beside = Database.open(database.address(), database.schema() + BESIDE)) {
            beside.with(open -> drop(open, beside.schema()));
            try {
                build(beside, file, manifest);
                database.useTransaction(this::swap);
            } finally {
                beside.with(open -> drop(open, beside.schema()));
            }
        }
        return manifest;
    }

    private static int drop(Handle open, String schema) {
        return open.execute("drop schema if exists " + schema + " cascade");
    }

    private static void build(Database beside, Path file, BackupManifest manifest) {
        Migrations migrations = new Migrations(beside);
        migrations.migrateTo(manifest.version());
        beside.useTransaction(transaction -> read(transaction, beside.schema(), file, manifest));
        migrations.ensureCurrent();
    }

    private static void read(Handle transaction, String schema, Path file, BackupManifest manifest) {
        transaction.execute("set local statement_timeout to 0");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Table table : manifest.tables()) {
                ZipEntry entry = zip.getEntry(table.file());
                if (entry == null) {
                    throw damaged(file, null, table.file());
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    String copy = "copy " + table.listed(schema) + " from stdin";
                    if (copyManager(transaction).copyIn(copy, in) != table.rows()) {
                        throw damaged(file, null, table.file());
                    }
                }
            }
            Tables.resetIdentities(transaction, schema);
        } catch (IOException e) {
            throw damaged(file, e, e.getMessage());
        } catch (SQLException e) {
            throw damaged(file, e, e.getMessage());
        }
    }

    private void swap(Handle transaction) {
        String schema = database.schema();
        drop(transaction, schema);
        transaction.execute("alter schema " + schema + BESIDE + " rename to " + schema);
    }

    private static BackupManifest readManifest(Path file) {
        if (!Files.isReadable(file)) {
            throw failure(ErrorKind.CONFIGURATION, null, "backup-missing", file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(BackupManifest.FILE);
            if (entry == null) {
                throw damaged(file, null, BackupManifest.FILE);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return BackupManifest.fromJson(in);
            }
        } catch (IOException e) {
            throw damaged(file, e, e.getMessage());
        }
    }

    private static CopyManager copyManager(Handle open) throws SQLException {
        Connection connection = open.getConnection();
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static MilesbotException unwritable(Path file, IOException cause) {
        return failure(ErrorKind.CONFIGURATION, cause, "backup-unwritable", file, cause);
    }

    private static MilesbotException damaged(Path file, @Nullable Exception cause, @Nullable String what) {
        return failure(ErrorKind.DATA, cause, "backup-damaged", file, String.valueOf(what));
    }

    private static MilesbotException failure(
            ErrorKind kind, @Nullable Exception cause, String key, Object... arguments) {
        Object[] names = List.of(arguments).stream().map(String::valueOf).toArray();
        return new MilesbotException(kind, Text.of(Backup.class, key, names), cause);
    }
}
