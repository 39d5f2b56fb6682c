package org.milesbot.store.db;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Looks whether the server still keeps the rules that the tables of milesbot and of its plug-ins were made with, and how
 * much room they take. Rows that refer to nothing can only come to be where a rule is out of force, so it looks for those.
 */
public final class SchemaCheck {

    private final Database database;

    public SchemaCheck(Database database) {
        this.database = database;
    }

    /**
     * What was found.
     *
     * @param version the schema's version
     * @param known the version that this milesbot brings a schema to
     * @param bytes what all tables take, with their indexes
     * @param tables the tables with what each takes, the largest first
     * @param faults rules that are not in force
     */
    public record Findings(int version, int known, long bytes, List<Size> tables, List<Fault> faults) {

        /** Copies the lists. */
        public Findings {
            tables = List.copyOf(tables);
            faults = List.copyOf(faults);
        }

        /** Whether nothing is amiss. */
        public boolean isSound() {
            return version == known && faults.isEmpty();
        }
    }

    /** What a table takes, with its indexes. */
    public record Size(String table, long bytes) {}

    /**
     * A rule that is not in force.
     *
     * @param kind {@code constraint}, {@code index}, {@code trigger} or {@code checksum}
     * @param name the table and what is amiss in it; of checksums, how many pages
     */
    public record Fault(String kind, String name) {}

    /** Looks; changes nothing. */
    public Findings check() {
        Migrations migrations = new Migrations(database);
        int version = migrations.current();
        return database.with(open -> {
            List<String> schemas = schemas(open);
            List<Size> sizes = sizes(open, schemas);
            long bytes = sizes.stream().mapToLong(Size::bytes).sum();
            return new Findings(version, migrations.known(), bytes, sizes, faults(open, schemas));
        });
    }

    private List<String> schemas(Handle open) {
        String core = database.schema();
        return Stream.concat(
                        Stream.of(core),
                        PluginSchema.all(open, core).stream().map(plugin -> PluginSchema.nameOf(plugin, core)))
                .toList();
    }

    private static List<Size> sizes(Handle open, List<String> schemas) {
        return open.createQuery("""
                        select format('%I.%I', nspname, relname) as name, pg_total_relation_size(pg_class.oid) as bytes
                        from pg_class
                        join pg_namespace on pg_namespace.oid = relnamespace
                        where nspname = any(:schemas) and relkind = 'r'
                        order by bytes desc, name
                        """)
                .bindArray("schemas", String.class, schemas)
                .map((row, context) -> new Size(row.getString("name"), row.getLong("bytes")))
                .list();
    }

    private static List<Fault> faults(Handle open, List<String> schemas) {
        return open.createQuery("""
                        select 'constraint' as kind, format('%s.%I', conrelid::regclass, conname) as name
                        from pg_constraint
                        join pg_namespace on pg_namespace.oid = connamespace
                        where nspname = any(:schemas) and not convalidated
                        union all
                        select 'index', format('%s.%s', indrelid::regclass, indexrelid::regclass)
                        from pg_index
                        join pg_class on pg_class.oid = indrelid
                        join pg_namespace on pg_namespace.oid = relnamespace
                        where nspname = any(:schemas) and not (indisvalid and indisready)
                        union all
                        select 'trigger', format('%s.%I', tgrelid::regclass, tgname)
                        from pg_trigger
                        join pg_class on pg_class.oid = tgrelid
                        join pg_namespace on pg_namespace.oid = relnamespace
                        where nspname = any(:schemas) and tgenabled = 'D'
                        union all
                        select 'checksum', checksum_failures::text
                        from pg_stat_database
                        where datname = current_database() and checksum_failures > 0
                        order by 1, 2
                        """)
                .bindArray("schemas", String.class, schemas)
                .map((row, context) -> new Fault(row.getString("kind"), row.getString("name")))
                .list();
    }
}
