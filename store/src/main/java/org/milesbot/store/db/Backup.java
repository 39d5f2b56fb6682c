package org.milesbot.store.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.storage.Migration;
import org.milesbot.store.db.BackupManifest.PluginTables;
import org.milesbot.store.db.BackupManifest.Table;

/**
 * Writes all that a schema holds, and those of plug-ins beside it, into one file, as of one instant, and makes a schema of such a file again. It needs no
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
        try (OutputStream out = PrivateFile.create(half);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            List<Table> tables = BackupTables.write(snapshot, database.schema(), zip, "");
            List<PluginTables> plugins = PluginBackup.write(snapshot, database.schema(), zip);
            BackupManifest manifest = new BackupManifest(version, clock.instant(), tables, plugins);
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
     * Makes the schema what a backup says, and those of plug-ins beside it. They are built up beside what is there, made
     * current, and put in its place in one transaction at the end: whatever goes wrong before leaves everything as it was.
     *
     * @param replace whether to replace a schema that holds something
     * @param steps the steps of a plug-in's tables by its id; none for a plug-in that is not installed
     * @return what was brought back
     * @throws MilesbotException of kind DATA if the file is damaged, CONFIGURATION if it is newer than this milesbot, is
     *     not there, or would replace something unasked
     */
    public Restored restore(Path file, boolean replace, Function<String, List<Migration>> steps) {
        BackupManifest manifest = readManifest(file);
        int known = new Migrations(database).known();
        if (manifest.version() > known) {
            throw failure(ErrorKind.CONFIGURATION, null, "backup-newer", file, manifest.version(), known);
        }
        if (!replace && database.with(open -> holdsSomething(open, manifest))) {
            throw failure(ErrorKind.CONFIGURATION, null, "backup-not-empty", database.schema());
        }
        try (Database beside = Database.open(database.address(), database.schema() + BESIDE);
                PluginBackup plugins = new PluginBackup(database, file)) {
            beside.with(open -> drop(open, beside.schema()));
            try {
                build(beside, file, manifest);
                List<String> leftOut = plugins.build(manifest.plugins(), steps);
                database.useTransaction(transaction -> {
                    swap(transaction);
                    plugins.settle(transaction);
                });
                return new Restored(manifest, leftOut);
            } finally {
                beside.with(open -> drop(open, beside.schema()));
            }
        }
    }

    /**
     * What a restore did.
     *
     * @param manifest what was in the backup
     * @param leftOut the plug-ins whose tables stayed in the backup, because they are not installed or too old
     */
    public record Restored(BackupManifest manifest, List<String> leftOut) {

        /** Copies the list. */
        public Restored {
            leftOut = List.copyOf(leftOut);
        }
    }

    private boolean holdsSomething(Handle open, BackupManifest manifest) {
        String schema = database.schema();
        return Tables.hasRows(open, schema)
                || manifest.plugins().stream()
                        .anyMatch(plugin -> PluginBackup.hasRows(open, PluginSchema.nameOf(plugin.plugin(), schema)));
    }

    private static int drop(Handle open, String schema) {
        return open.execute("drop schema if exists " + schema + " cascade");
    }

    private static void build(Database beside, Path file, BackupManifest manifest) {
        Migrations migrations = new Migrations(beside);
        migrations.migrateTo(manifest.version());
        beside.useTransaction(
                transaction -> BackupTables.read(transaction, beside.schema(), file, "", manifest.tables()));
        migrations.ensureCurrent();
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

    private static MilesbotException unwritable(Path file, IOException cause) {
        return failure(ErrorKind.CONFIGURATION, cause, "backup-unwritable", file, cause);
    }

    static MilesbotException damaged(Path file, @Nullable Exception cause, @Nullable String what) {
        return failure(ErrorKind.DATA, cause, "backup-damaged", file, String.valueOf(what));
    }

    private static MilesbotException failure(
            ErrorKind kind, @Nullable Exception cause, String key, Object... arguments) {
        Object[] names = List.of(arguments).stream().map(String::valueOf).toArray();
        return new MilesbotException(kind, Text.of(Backup.class, key, names), cause);
    }
}
