package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.store.testing.TestDatabase;

class DatabaseCheckTest {

    private final TestDatabase database = TestDatabase.migrated();

    @TempDir
    Path home;

    @AfterEach
    void close() {
        database.close();
    }

    private CommandRun.Ended check(String... words) {
        return CommandRun.in(home, database).run(words);
    }

    private void execute(String statement) {
        database.database().useTransaction(open -> open.execute(statement));
    }

    @Test
    void findsNothingInASoundSchema() {
        CommandRun.Ended ended = check("db", "check");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(ended.out()).contains("Tudo em ordem.", "MB");
        assertThat(check("db", "check", "--json").out()).contains("\"sound\":true", "\"faults\":[]", ".capture\"");
    }

    @Test
    void tellsOfRulesThatAreNotInForce() {
        execute("alter table promo add constraint odd check (title <> 'odd') not valid");
        execute("alter table run disable trigger user");

        CommandRun.Ended ended = check("db", "check");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(ended.out()).contains("odd", "VALIDATE CONSTRAINT", "ENABLE TRIGGER");
        assertThat(check("db", "check", "--json").out()).contains("\"sound\":false", "\"kind\":\"trigger\"");
    }

    @Test
    void tellsOfAnOlderSchema() {
        execute("delete from flyway_schema_history where version = (select max(version) from flyway_schema_history)");

        CommandRun.Ended ended = check("db", "check");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(ended.out()).contains("milesbot db migrate");
    }
}
