package org.milesbot.store.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.milesbot.api.storage.Migration;
import org.milesbot.store.db.BackupManifest.PluginTables;
import org.milesbot.store.db.BackupManifest.Table;

/**
 * The tables of plug-ins in a backup. Only the plug-in knows how to make them, so they are brought back where it is
 * installed. Until a restore is {@link #settle settled}, what was there before waits under another name; closing takes all
 * back that was not settled.
 */
final class PluginBackup implements AutoCloseable {

    private static final String ASIDE = "before_";

    private final Database core;
    private final Path file;
    private final List<String> built = new ArrayList<>();

    PluginBackup(Database core, Path file) {
        this.core = core;
        this.file = file;
    }

    static List<PluginTables> write(Handle snapshot, String core, ZipOutputStream zip)
            throws IOException, SQLException {
        List<PluginTables> written = new ArrayList<>();
        for (String plugin : PluginSchema.all(snapshot, core)) {
            String schema = PluginSchema.nameOf(plugin, core);
            PluginSchema.become(snapshot, schema);
            int version = PluginSchema.version(snapshot, schema);
            if (version > 0) {
                String folder = new PluginTables(plugin, version, List.of()).folder();
                List<Table> tables = BackupTables.write(snapshot, schema, zip, folder);
                written.add(new PluginTables(plugin, version, tables));
            }
            PluginSchema.becomeOneself(snapshot);
        }
        return written;
    }

    static boolean hasRows(Handle open, String schema) {
        return open.inTransaction(transaction -> {
            PluginSchema.become(transaction, schema);
            boolean found = Tables.hasRows(transaction, schema);
            PluginSchema.becomeOneself(transaction);
            return found;
        });
    }

    /** Builds the tables of all plug-ins whose steps are known; returns those of which they are not. */
    List<String> build(List<PluginTables> plugins, Function<String, List<Migration>> steps) {
        List<String> leftOut = new ArrayList<>();
        for (PluginTables plugin : plugins) {
            List<Migration> all = steps.apply(plugin.plugin());
            List<Migration> then = all.stream()
                    .filter(step -> step.version() <= plugin.version())
                    .toList();
            if (then.isEmpty() || then.get(then.size() - 1).version() != plugin.version()) {
                leftOut.add(plugin.plugin());
            } else {
                build(plugin, then, all);
            }
        }
        return leftOut;
    }

    private void build(PluginTables plugin, List<Migration> then, List<Migration> all) {
        String schema = PluginSchema.nameOf(plugin.plugin(), core.schema());
        core.useTransaction(transaction -> {
            PluginSchema.drop(transaction, ASIDE + schema);
            if (PluginRoles.owner(transaction, schema).isPresent()) {
                transaction.execute("alter schema " + schema + " rename to " + ASIDE + schema);
            }
        });
        built.add(schema);
        PluginSchema.current(core, plugin.plugin(), then).close();
        core.useTransaction(transaction -> {
            PluginSchema.become(transaction, schema);
            BackupTables.read(transaction, schema, file, plugin.folder(), plugin.tables());
            PluginSchema.becomeOneself(transaction);
        });
        PluginSchema.current(core, plugin.plugin(), all).close();
    }

    /** Lets go of what was there before. */
    void settle(Handle transaction) {
        built.forEach(schema -> PluginSchema.drop(transaction, ASIDE + schema));
        transaction.afterCommit(built::clear);
    }

    @Override
    public void close() {
        for (String schema : built) {
            core.useTransaction(transaction -> {
                PluginSchema.drop(transaction, schema);
                if (PluginRoles.owner(transaction, ASIDE + schema).isPresent()) {
                    transaction.execute("alter schema " + ASIDE + schema + " rename to " + schema);
                }
            });
        }
    }
}
