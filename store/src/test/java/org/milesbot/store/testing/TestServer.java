package org.milesbot.store.testing;

import org.milesbot.store.db.DatabaseAddress;

/** Decides once a JVM which real servers the tests use, and says which. */
final class TestServer {

    private TestServer() {}

    static DatabaseAddress postgres() {
        return DatabaseAddress.parse(System.getenv("MILESBOT_TEST_DATABASE_URL"));
    }
}
