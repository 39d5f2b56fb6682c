package org.milesbot.cli.command;

import java.io.IOException;
import java.util.Map;
import org.milesbot.store.db.DatabaseAddress;

/** Hands the terminal over to psql. The password goes by the environment, where other users do not see it. */
final class PsqlShell {

    /** No exit code of psql: there is none on this machine. */
    static final int NO_PSQL = -1;

    private final Session session;

    PsqlShell(Session session) {
        this.session = session;
    }

    int open(DatabaseAddress address, String schema) throws InterruptedException {
        session.console().flush();
        ProcessBuilder psql = new ProcessBuilder("psql").inheritIO();
        Map<String, String> environment = psql.environment();
        environment.put("PGHOST", address.host());
        environment.put("PGPORT", Integer.toString(address.port()));
        environment.put("PGDATABASE", address.database());
        environment.put("PGUSER", address.user());
        environment.put("PGOPTIONS", "-c search_path=" + schema);
        if (address.password() != null) {
            environment.put("PGPASSWORD", address.password());
        }
        String sslMode = address.options().get("sslmode");
        if (sslMode != null) {
            environment.put("PGSSLMODE", sslMode);
        }
        try {
            return psql.start().waitFor();
        } catch (IOException e) {
            // The only way Java says that there is no such program.
            return NO_PSQL;
        }
    }
}
