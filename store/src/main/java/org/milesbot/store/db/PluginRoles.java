package org.milesbot.store.db;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who owns the schemas of plug-ins: a role for each where milesbot's user may make one, else that user. */
final class PluginRoles {

    private static final Logger log = LoggerFactory.getLogger(PluginRoles.class);
    private static final String NO_RIGHT = "42501";

    /** Roles belong to the server, not to the database: another may make the same at the same moment. */
    private static final Set<String> IS_THERE = Set.of("42710", "23505");

    private PluginRoles() {}

    /** The role of a schema. */
    static String nameOf(String schema) {
        return "milesbot_" + schema;
    }

    /** Who owns a schema; nothing if there is none. */
    static Optional<String> owner(Handle open, String schema) {
        return open.createQuery("""
                        select rolname
                        from pg_namespace
                        join pg_roles on pg_roles.oid = nspowner
                        where nspname = :schema
                        """).bind("schema", schema).mapTo(String.class).findOne();
    }

    /** Makes a schema unless it is there, and returns who owns it. */
    static String makeSchema(Handle open, String schema) {
        Optional<String> owner = owner(open, schema);
        if (owner.isPresent()) {
            return owner.get();
        }
        String role = nameOf(schema);
        if (isReady(open, role)) {
            open.execute("create schema " + schema + " authorization " + role);
        } else {
            log.warn(
                    "the database's user may not make roles, so the plug-in of the schema {} works there with the rights of"
                            + " milesbot; to wall it off, drop the schema while it is empty and give the user createrole",
                    schema);
            open.execute("create schema " + schema);
        }
        return owner(open, schema).orElseThrow();
    }

    private static boolean isReady(Handle open, String role) {
        if (!exists(open, role) && !attempt(open, "create role " + role + " nologin")) {
            return false;
        }
        return mayBe(open, role) || (attempt(open, "grant " + role + " to current_user") && mayBe(open, role));
    }

    private static boolean mayBe(Handle open, String role) {
        return attempt(open, "set role " + role + "; reset role");
    }

    private static boolean exists(Handle open, String role) {
        return open.createQuery("select exists (select from pg_roles where rolname = :role)")
                .bind("role", role)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean attempt(Handle open, String statement) {
        try {
            open.execute(statement);
            return true;
        } catch (JdbiException e) {
            SQLException sql = DatabaseFailure.sqlException(e);
            String state = sql == null ? null : sql.getSQLState();
            if (state != null && IS_THERE.contains(state)) {
                return true;
            }
            if (NO_RIGHT.equals(state)) {
                return false;
            }
            throw e;
        }
    }
}
