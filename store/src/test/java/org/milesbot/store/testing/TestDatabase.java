package org.milesbot.store.testing;

import java.util.UUID;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;

/** Tables of its own on the real server that all tests of this JVM share; dropped when it is closed. */
public final class TestDatabase implements AutoCloseable {

    private final Database database;
    private final boolean copy;

    private TestDatabase(Database database, boolean copy) {
        this.database = database;
        this.copy = copy;
    }

    /** A schema with nothing in it, which is not even made yet. */
    public static TestDatabase empty() {
        return on(TestServer.postgres());
    }

    /** The same on another server. */
    public static TestDatabase on(DatabaseAddress server) {
        String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        return new TestDatabase(Database.open(server, schema), false);
    }

    /** A database with the tables of this milesbot. */
    public static TestDatabase migrated() {
        return new TestDatabase(TestTemplate.copy(), true);
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return database.address();
    }

    /** The database, closed together with this. */
    public Database database() {
        return database;
    }

    /** Another connection to the same schema; the caller closes it. */
    public Database another() {
        return Database.open(database.address(), database.schema());
    }

    /** Empties every table, as if nothing had ever been in it. */
    public void clear() {
        database.useTransaction(TestTemplate::empty);
    }

    @Override
    public void close() {
        if (copy) {
            TestTemplate.release(database);
            return;
        }
        database.useTransaction(open -> open.execute("drop schema if exists " + database.schema() + " cascade"));
        database.close();
    }
}
