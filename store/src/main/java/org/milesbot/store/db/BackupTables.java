package org.milesbot.store.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.db.BackupManifest.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies the rows of a schema's tables into a backup and back. */
final class BackupTables {

    private BackupTables() {}

    /** Writes each table into a file of its own; returns the tables with their rows. */
    static List<Table> write(Handle snapshot, String schema, ZipOutputStream zip, String folder)
            throws IOException, SQLException {
        List<Table> tables = new ArrayList<>();
        for (Table table : Tables.of(snapshot, schema)) {
            zip.putNextEntry(new ZipEntry(folder + table.file()));
            long rows = copyManager(snapshot).copyOut("copy " + table.listed(schema) + " to stdout", zip);
            zip.closeEntry();
            tables.add(new Table(table.name(), table.columns(), rows));
        }
        return tables;
    }

    /**
     * Fills tables that are there and empty.
     *
     * @throws org.milesbot.api.MilesbotException of kind DATA if the backup is damaged
     */
    static void read(Handle transaction, String schema, Path file, String folder, List<Table> tables) {
        transaction.execute("set local statement_timeout to 0");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Table table : tables) {
                ZipEntry entry = zip.getEntry(folder + table.file());
                if (entry == null) {
                    throw Backup.damaged(file, null, folder + table.file());
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    String copy = "copy " + table.listed(schema) + " from stdin";
                    if (copyManager(transaction).copyIn(copy, in) != table.rows()) {
                        throw Backup.damaged(file, null, folder + table.file());
                    }
                }
            }
            Tables.resetCounters(transaction, schema);
        } catch (IOException | SQLException e) {
            throw Backup.damaged(file, e, e.getMessage());
        }
    }

    private static CopyManager copyManager(Handle open) throws SQLException {
        Connection connection = open.getConnection();
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
