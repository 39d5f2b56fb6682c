package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.testing.TestServer;

/** A tick at which every source says that nothing has changed. */
final class IdleTickTest {

    private static final int MOST_BYTES = 100_000;
    private static final String[] SOURCES =
            IntStream.range(0, 6).mapToObj(i -> "offers_" + i).toArray(String[]::new);

    @TempDir
    private static Path serverHome;

    @TempDir
    private Path home;

    private final TestDatabase database;
    private final StrangersPage site;

    IdleTickTest() throws IOException {
        site = new StrangersPage();
        database = TestDatabase.on(server().start());
    }

    /** One for this class alone: WAL is counted by server, and other tests write to the shared one meanwhile. */
    private static EmbeddedPostgres server() {
        return new EmbeddedPostgres(new EmbeddedSettings(
                serverHome.resolve("postgres"), null, TestServer.binariesJar(), 0, Duration.ofMinutes(5)));
    }

    /** The temporary folder is closed to others, and the server may run as somebody else. */
    @BeforeAll
    static void letTheServerIn() throws IOException {
        Files.setPosixFilePermissions(serverHome, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void stop() {
        server().stop();
    }

    @BeforeEach
    void install() throws IOException {
        for (String source : SOURCES) {
            String line = "post|Transfira para a Smiles com 80% de bônus.|2026-11-20T12:00:00Z";
            site.serve(
                    "/" + source,
                    StrangersPage.html(line).addHeader("ETag", "\"1\"").build());
        }
        site.installLists(home, SOURCES);
        tick(0);
        tick(3);
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private Ended tick(int hours) {
        Ended run = site.run(home, database)
                .with("PLUGINS_ENABLED", "stranger")
                .at(CommandRun.NOW.plus(Duration.ofHours(hours)))
                .run("scrape", "--due");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void writesNoRowButItsRunsAndLittleToDisk() {
        Map<String, String> before = rows();

        Ended idle = tick(20);

        assertThat(idle.out()).contains("sem novidade").doesNotContain("lida");
        assertThat(idle.err()).contains(SOURCES.length + " fontes");
        Map<String, String> after = rows();
        assertThat(after.keySet()).isEqualTo(before.keySet()).contains("run", "source_state", "capture", "unsettled");
        assertThat(after.get("run")).isNotEqualTo(before.get("run"));
        before.remove("run");
        after.remove("run");
        assertThat(after).isEqualTo(before);
        assertThat(read("select count(*)::text from run where ended_at is not null"))
                .containsExactly("3");
        assertLittleIsWrittenToDisk();
    }

    /** Every row's place and writer, by table: whatever is written anew, even unchanged, has others. */
    private Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        for (String table : read("""
                select table_name::text
                from information_schema.tables
                where table_schema = current_schema()
                  and table_type = 'BASE TABLE'
                """)) {
            rows.put(
                    table,
                    String.join(
                            " ",
                            read("select coalesce(string_agg(ctid || '/' || xmin || '/' || xmax, ' '), '') from "
                                    + table)));
        }
        return rows;
    }

    private List<String> read(String sql) {
        return database.database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list());
    }

    /** The server writes of its own accord at times, so the lesser of two counts. */
    private void assertLittleIsWrittenToDisk() {
        long least = IntStream.rangeClosed(1, 2)
                .mapToLong(day -> {
                    long before = written();
                    tick(24 * day);
                    return written() - before;
                })
                .min()
                .orElseThrow();

        System.out.println("an idle tick of " + SOURCES.length + " sources writes " + least + " bytes of WAL");
        assertThat(least).isPositive().isLessThan(MOST_BYTES);
    }

    private long written() {
        return Long.parseLong(read("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint::text")
                .get(0));
    }
}
