package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.testing.TestDatabase;

class TidyCommandTest {

    private final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        database.close();
    }

    private Ended run(String... words) {
        return CommandRun.in(home, database).run(words);
    }

    private void execute(String statement) {
        database.database().useTransaction(open -> open.execute(statement));
    }

    private List<String> listed(String query) {
        return database.database()
                .with(open -> open.createQuery(query).mapTo(String.class).list());
    }

    @Test
    void keepsWhatIsYoungAndSaysWhatItLetGoOf() {
        run("scrape", "--replay");
        String sightings = "select cast(sighting as text) from sighting order by 1";
        List<String> read = listed(sightings);

        Ended young = run("tidy");
        assertThat(young.exitCode()).as(young.err()).isZero();
        assertThat(young.err()).contains("nenhuma resposta apagada, nenhuma esvaziada, nenhum registro apagado");

        execute(
                "update run set outcome = 'failed', ended_at = started_at, started_at = started_at - interval '91 days', counted = true");
        execute("update run set ended_at = started_at");
        execute("""
                insert into capture (
                    plugin, source, requested_url, final_url, fetched_at, last_seen, sha256, body, body_size, parser_version)
                select plugin, source, requested_url, final_url, fetched_at - interval '91 days', last_seen - interval '91 days',
                    sha256(sha256), body, body_size, parser_version
                from capture
                limit 1
                """);
        Ended old = run("tidy", "--json");
        assertThat(old.exitCode()).as(old.err()).isZero();
        assertThat(old.out()).matches("\\{\"answers\":1,\"bodies\":0,\"runs\":[1-9][0-9]*}\n");
        assertThat(listed(sightings)).isEqualTo(read);
        assertThat(listed("select job from run where job <> 'tidy'")).isEmpty();
    }

    @Test
    @SuppressWarnings("try") // The lock is held, and that is all there is to do with it.
    void leavesTheWorkToAnother() {
        try (Held held = new Locks(database.database()).tryAcquire("tidy").orElseThrow()) {
            Ended ended = run("tidy", "--json");
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("milesbot tidy");
        }
    }
}
