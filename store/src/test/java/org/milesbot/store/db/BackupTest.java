package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.db.Backup.Restored;
import org.milesbot.store.testing.TestDatabase;

class BackupTest {

    private static final SettableClock CLOCK = SettableClock.at("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private static TestDatabase filled() {
        TestDatabase test = TestDatabase.migrated();
        test.database().useTransaction(open -> open.execute("""
                        insert into run (job, plugin, started_at, ended_at, outcome, counts, error)
                        select 'scrape', 'açaí ' || n, '2026-11-20T12:00Z', '2026-11-20T13:00Z', 'ok',
                            '{"new": 3}', E'tab\\there, line\\nthere, back\\\\slash, "quote"'
                        from generate_series(1, 500) as n
                        """));
        return test;
    }

    private static List<String> rows(TestDatabase test) {
        return test.database()
                .with(open -> open.createQuery("select run::text from run order by id")
                        .mapTo(String.class)
                        .list());
    }

    private static Backup backup(TestDatabase test) {
        return new Backup(test.database(), CLOCK);
    }

    private static Restored restored(TestDatabase test, Path file, boolean replace) {
        return backup(test).restore(file, replace, plugin -> List.of());
    }

    @Test
    void restoresIntoASchemaThatIsNotThere() throws IOException {
        Path file = folder.resolve("milesbot.zip");
        try (TestDatabase from = filled();
                TestDatabase to = TestDatabase.empty()) {
            BackupManifest written = backup(from).backup(file);

            assertThat(restored(to, file, false).manifest()).isEqualTo(written);
            assertThat(rows(to)).hasSize(500).isEqualTo(rows(from));
            assertThat(new Migrations(to.database()).ensureCurrent()).isZero();
            assertThat(nextRun(to)).isEqualTo(501);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(written.madeAt()).isEqualTo(CLOCK.instant());
        }
    }

    private static long nextRun(TestDatabase test) {
        return test.database()
                .with(open -> open.createQuery(
                                "insert into run (job, started_at) values ('scrape', '2026-11-21T12:00Z') returning id")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void replacesDataOnlyWhenTold() {
        Path file = folder.resolve("milesbot.zip");
        try (TestDatabase test = filled()) {
            backup(test).backup(file);
            List<String> before = rows(test);
            nextRun(test);

            assertFails(ErrorKind.CONFIGURATION, "--replace", () -> restored(test, file, false));
            assertThat(rows(test)).hasSize(501);

            restored(test, file, true);
            assertThat(rows(test)).isEqualTo(before);
        }
    }

    @Test
    void changesNothingWhenTheFileIsCutAnywhere() throws IOException {
        Path file = folder.resolve("milesbot.zip");
        Path cut = folder.resolve("cut.zip");
        try (TestDatabase test = filled()) {
            backup(test).backup(file);
            byte[] whole = Files.readAllBytes(file);
            List<String> before = rows(test);
            for (int part = 0; part < 4; part++) {
                Files.write(cut, Arrays.copyOf(whole, whole.length * part / 4));

                assertFails(ErrorKind.DATA, "damaged", () -> restored(test, cut, true));
            }
            assertThat(rows(test)).isEqualTo(before);
        }
    }

    @Test
    void changesNothingWhenAByteOfTheDataIsWrong() throws IOException {
        Path file = folder.resolve("milesbot.zip");
        try (TestDatabase test = filled()) {
            backup(test).backup(file);
            byte[] bytes = Files.readAllBytes(file);
            // Inside the compressed rows of the largest table, which follow its name.
            bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("run.copy") + 100] ^= 0x55;
            Files.write(file, bytes);
            List<String> before = rows(test);

            assertThatThrownBy(() -> restored(test, file, true)).isInstanceOf(MilesbotException.class);
            assertThat(rows(test)).isEqualTo(before);
        }
    }

    @Test
    void refusesABackupOfANewerSchema() {
        Path file = folder.resolve("milesbot.zip");
        try (TestDatabase test = filled()) {
            test.database()
                    .useTransaction(open ->
                            open.execute("update flyway_schema_history set version = '099' where version = '001'"));
            backup(test).backup(file);

            assertFails(ErrorKind.CONFIGURATION, "update milesbot", () -> restored(test, file, true));
        }
    }

    @Test
    void tellsAFileThatIsNotThereOrCannotBe() {
        try (TestDatabase test = TestDatabase.migrated()) {
            assertFails(
                    ErrorKind.CONFIGURATION, "nothing.zip", () -> restored(test, folder.resolve("nothing.zip"), false));
            assertFails(
                    ErrorKind.CONFIGURATION,
                    "no-folder",
                    () -> backup(test).backup(folder.resolve("no-folder").resolve("milesbot.zip")));
        }
    }

    private static void assertFails(ErrorKind kind, String word, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(kind))
                .hasMessageContaining(word);
    }
}
