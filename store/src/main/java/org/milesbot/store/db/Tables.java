package org.milesbot.store.db;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.db.BackupManifest.Table;

/** The tables of a schema as the server's catalogue has them; Flyway's own, those that triggers fill and the timetable are left out. */
final class Tables {

    private Tables() {}

    /** The tables in an order in which each comes after those it refers to. */
    static List<Table> of(Handle open, String schema) {
        return open.createQuery("""
                        with recursive own as (
                            select oid, relname
                            from pg_class
                            where relnamespace = to_regnamespace(:schema)
                              and relkind = 'r'
                              and relname not in ('flyway_schema_history', 'promo_search', 'duty')),
                        depth (oid, level) as (
                            select oid, 0
                            from own
                            union
                            select constrained.conrelid, depth.level + 1
                            from depth
                            join pg_constraint constrained on constrained.confrelid = depth.oid
                            where constrained.contype = 'f'
                              and constrained.conrelid <> constrained.confrelid
                              and depth.level < 50)
                        select own.relname as name,
                            (select array_agg(attname::text order by attnum)
                             from pg_attribute
                             where attrelid = own.oid and attnum > 0 and not attisdropped and attgenerated = '')
                                as columns
                        from own
                        join depth on depth.oid = own.oid
                        group by own.oid, own.relname
                        order by max(depth.level), own.relname
                        """)
                .bind("schema", schema)
                .map((row, context) -> new Table(
                        row.getString("name"),
                        Stream.of((String[]) row.getArray("columns").getArray()).toList(),
                        0))
                .list();
    }

    /** Whether any table has a row. */
    static boolean hasRows(Handle open, String schema) {
        return of(open, schema).stream()
                .anyMatch(table -> open.createQuery("select exists (select from " + table.in(schema) + ")")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Lets every column that counts up go on after the highest number there is. */
    static void resetCounters(Handle open, String schema) {
        open.createQuery("""
                        select format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %I.%I',
                            pg_get_serial_sequence(format('%I.%I', nspname, relname), attname), attname, nspname, relname)
                        from pg_attribute
                        join pg_class on pg_class.oid = attrelid
                        join pg_namespace on pg_namespace.oid = relnamespace
                        where nspname = :schema
                          and relkind = 'r'
                          and attnum > 0
                          and not attisdropped
                          and pg_get_serial_sequence(format('%I.%I', nspname, relname), attname) is not null
                        """)
                .bind("schema", schema)
                .mapTo(String.class)
                .list()
                .forEach(reset -> open.createQuery(reset).mapTo(Long.class).one());
    }
}
