package org.milesbot.store.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.db.Migrations;

/**
 * Copies of a database that was migrated once: a tenth of the time that migrating another takes. Templates are named by the
 * migrations in them, so that a server which outlives a change of those gives no stale ones.
 */
final class TestTemplate {

    private static final String FOLDER = "db/migration/";
    private static final String PREFIX = "milesbot_template_";
    private static final String SCHEMA = "milesbot";

    private static final int MOST_ROWS = 2_000;

    /** What tells that a test made, changed or dropped something other than rows. */
    private static final String MADE_OF = """
            select concat_ws(' ',
                (select count(*) from pg_class where relkind <> 't'), (select count(*) from pg_attribute),
                (select count(*) from pg_constraint), (select count(*) from pg_proc), (select count(*) from pg_trigger),
                (select sum(hashtext(prosrc)) from pg_proc where pronamespace = cast(current_schema() as regnamespace)),
                (select sum(hashtext(cast(history as text))) from flyway_schema_history history))
            """;

    private static final Queue<String> READY = new ArrayDeque<>();

    private TestTemplate() {}

    private static final class Found {
        static final Database SERVER = Database.open(TestServer.postgres(), "public");
        static final String TEMPLATE = find();
        static final String TABLES = madeOf();
    }

    private static String madeOf() {
        try (Database first = copy()) {
            READY.add(first.address().database());
            return first.with(
                    open -> open.createQuery(MADE_OF).mapTo(String.class).one());
        }
    }

    /** A database of its own with the tables of this milesbot and nothing in them. */
    static synchronized Database copy() {
        String name = READY.poll();
        if (name == null) {
            name = "test_" + UUID.randomUUID().toString().replace("-", "");
            String create = "create database " + name + " template " + Found.TEMPLATE;
            Found.SERVER.with(open -> open.execute(create));
        }
        return Database.open(at(name), SCHEMA);
    }

    /** Takes a copy back, for the next test if it is clean, and closes it. */
    static synchronized void release(Database copy) {
        String name = copy.address().database();
        boolean clean = isClean(copy);
        copy.close();
        if (clean) {
            READY.add(name);
        } else {
            Found.SERVER.with(open -> open.execute("drop database " + name + " with (force)"));
        }
    }

    /** Empties the tables, unless somebody is still at them or they are not what they were. */
    private static boolean isClean(Database copy) {
        boolean fit = copy.with(open -> open.createQuery("""
                        select cast(:tables as text) = (%s)
                            and not exists (
                                select 1
                                from pg_stat_activity
                                where datname = current_database()
                                  and pid <> pg_backend_pid()
                                  and backend_type = 'client backend')
                        """.formatted(MADE_OF))
                .bind("tables", Found.TABLES)
                .mapTo(Boolean.class)
                .one());
        return fit && copy.inTransaction(TestTemplate::empty) < MOST_ROWS;
    }

    /**
     * Deletes every row and begins every sequence anew: for a few rows, much quicker than truncating.
     *
     * @return how many rows there were
     */
    static long empty(Handle transaction) {
        transaction.execute("set local session_replication_role = replica");
        List<String> tables = tables(transaction);
        String deletions = tables.stream()
                .map(table -> "emptied_" + table + " as (delete from " + table + " returning 1)")
                .collect(Collectors.joining(",\n", "with ", "\n"));
        String counts = tables.stream()
                .map(table -> "(select count(*) from emptied_" + table + ")")
                .collect(Collectors.joining(" + ", "select ", ""));
        long rows =
                transaction.createQuery(deletions + counts).mapTo(Long.class).one();
        transaction.execute("""
                select setval(cast(oid as regclass), 1, false)
                from pg_class
                where relnamespace = cast(current_schema() as regnamespace)
                  and relkind = 'S'
                """);
        return rows;
    }

    private static List<String> tables(Handle open) {
        return open.createQuery("""
                        select cast(cast(oid as regclass) as text)
                        from pg_class
                        where relnamespace = cast(current_schema() as regnamespace)
                          and relkind = 'r'
                          and relname <> 'flyway_schema_history'
                        """).mapTo(String.class).list();
    }

    private static DatabaseAddress at(String name) {
        DatabaseAddress server = TestServer.postgres();
        return new DatabaseAddress(
                server.host(), server.port(), name, server.user(), server.password(), server.options());
    }

    /** Two JVMs may look for it at once: one makes it, and the other waits for that. */
    private static String find() {
        String name = PREFIX + fingerprint();
        Found.SERVER.with(open -> {
            open.execute("select pg_advisory_lock(hashtext(?))", PREFIX);
            try {
                if (!databases(open).contains(name)) {
                    make(open, name);
                }
            } finally {
                open.execute("select pg_advisory_unlock(hashtext(?))", PREFIX);
            }
            return name;
        });
        return name;
    }

    private static void make(Handle open, String name) {
        databases(open).forEach(stale -> open.execute("drop database " + stale + " with (force)"));
        String making = PREFIX + "in_the_making";
        open.execute("create database " + making);
        try (Database made = Database.open(at(making), SCHEMA)) {
            new Migrations(made).ensureCurrent();
            made.useTransaction(TestTemplate::keepRowsInTheirOrder);
        }
        open.execute("alter database " + making + " rename to " + name);
    }

    /** Where autovacuum gives the place of a deleted row to another, rows come in another order than they were written in. */
    private static void keepRowsInTheirOrder(Handle transaction) {
        tables(transaction)
                .forEach(table -> transaction.execute("alter table " + table + " set (autovacuum_enabled = off)"));
    }

    private static List<String> databases(Handle open) {
        return open.createQuery("select datname from pg_database where starts_with(datname, ?)")
                .bind(0, PREFIX)
                .mapTo(String.class)
                .list();
    }

    private static String fingerprint() {
        CRC32 sum = new CRC32();
        new String(read("index"), StandardCharsets.UTF_8).lines().forEach(file -> sum.update(read(file)));
        return Long.toHexString(sum.getValue());
    }

    private static byte[] read(String file) {
        try (InputStream in =
                Objects.requireNonNull(TestTemplate.class.getClassLoader().getResourceAsStream(FOLDER + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
