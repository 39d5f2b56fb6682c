package org.milesbot.store.testing;

import java.util.UUID;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.db.Migrations;

/** A schema of its own on the real server that all tests of this JVM share; dropped when it is closed. */
public final class TestDatabase implements AutoCloseable {

    private final Database database;

    private TestDatabase(Database database) {
        this.database = database;
    }

    /** A schema with nothing in it, which is not even made yet. */
    public static TestDatabase empty() {
        return on(TestServer.postgres());
    }

    /** The same on another server. */
    public static TestDatabase on(DatabaseAddress server) {
        String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        return new TestDatabase(Database.open(server, schema));
    }

    /** A schema with the tables of this milesbot. */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        new Migrations(database.database()).ensureCurrent();
        return database;
    }

    /** Where the shared server is. */
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

    @Override
    public void close() {
        database.useTransaction(open -> open.execute("drop schema if exists " + database.schema() + " cascade"));
        database.close();
    }
}
