package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.db.Backup.Restored;
import org.milesbot.store.testing.TestDatabase;

class PluginBackupTest {

    private static final Migration FIRST = new Migration("V001__balances.sql", """
            create table "Balance" (id bigserial primary key, chat_id bigint, note text);
            create table expiry (balance bigint references "Balance", at date)
            """);
    private static final Migration SECOND =
            new Migration("V002__miles.sql", "alter table \"Balance\" add column miles bigint default 7");
    private static final List<Migration> OLD = List.of(FIRST);
    private static final List<Migration> NEW = List.of(FIRST, SECOND);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("milesbot.zip");
    }

    private static Backup backup(TestDatabase test) {
        return new Backup(test.database(), SettableClock.at("2026-11-20T12:00:00Z"));
    }

    private static Function<String, List<Migration>> installed(List<Migration> steps) {
        return plugin -> plugin.equals("wallet") ? steps : List.of();
    }

    /** A database with a plug-in's tables, and something in them. */
    private static TestDatabase filled(String note) throws SQLException {
        TestDatabase test = TestDatabase.migrated();
        try (PluginSchema wallet = PluginSchema.current(test.database(), "wallet", OLD);
                Connection connection = wallet.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into \"Balance\" (chat_id, note) select n, '" + note + "' from generate_series(1, 20) n");
            statement.execute("insert into expiry select id, '2026-12-01' from \"Balance\"");
        }
        return test;
    }

    private static List<String> rows(TestDatabase test, String columns) {
        return test.database().with(open -> rows(open, test, columns));
    }

    private static List<String> rows(Handle open, TestDatabase test, String columns) {
        String schema = PluginSchema.nameOf("wallet", test.database().schema());
        return open.createQuery("select concat_ws(' ', " + columns + ") from " + schema + ".\"Balance\" join " + schema
                        + ".expiry on balance = id order by id")
                .mapTo(String.class)
                .list();
    }

    @Test
    void bringsTablesBackWhereThePluginIsInstalled() throws SQLException {
        try (TestDatabase from = filled("açaí");
                TestDatabase to = TestDatabase.empty()) {
            BackupManifest written = backup(from).backup(file());
            Restored restored = backup(to).restore(file(), false, installed(OLD));

            assertThat(restored.leftOut()).isEmpty();
            assertThat(restored.manifest()).isEqualTo(written);
            assertThat(written.plugins()).hasSize(1);
            assertThat(rows(to, "id, chat_id, note, at")).hasSize(20).isEqualTo(rows(from, "id, chat_id, note, at"));
        }
    }

    @Test
    void makesThemCurrentForANewerPluginAndGoesOnCounting() throws SQLException {
        try (TestDatabase from = filled("old");
                TestDatabase to = TestDatabase.empty()) {
            backup(from).backup(file());
            backup(to).restore(file(), false, installed(NEW));

            assertThat(rows(to, "id, miles")).hasSize(20).startsWith("1 7").endsWith("20 7");
            try (PluginSchema wallet = PluginSchema.current(to.database(), "wallet", NEW);
                    Connection connection = wallet.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into \"Balance\" (chat_id) values (1)");
            }
        }
    }

    @Test
    void saysWhatStayedInTheBackup() throws SQLException {
        try (TestDatabase from = filled("kept");
                TestDatabase to = TestDatabase.empty()) {
            backup(from).backup(file());

            assertThat(backup(to).restore(file(), false, plugin -> List.of()).leftOut())
                    .containsExactly("wallet");
            assertThat(backup(to).restore(file(), true, installed(OLD)).leftOut())
                    .isEmpty();
            assertThat(rows(to, "note")).hasSize(20);
        }
    }

    @Test
    void refusesToReplaceTablesOfAPluginUnasked() throws SQLException {
        try (TestDatabase from = filled("first");
                TestDatabase to = filled("second")) {
            backup(from).backup(file());

            assertThatThrownBy(() -> backup(to).restore(file(), false, installed(OLD)))
                    .isInstanceOf(MilesbotException.class)
                    .hasMessageContaining("--replace");
            assertThat(rows(to, "note")).hasSize(20).containsOnly("second");
            backup(to).restore(file(), true, installed(OLD));
            assertThat(rows(to, "note")).hasSize(20).containsOnly("first");
        }
    }

    @Test
    void leavesEverythingAsItWasWhenAStepFails() throws SQLException {
        try (TestDatabase from = filled("first");
                TestDatabase to = filled("second")) {
            backup(from).backup(file());
            List<Migration> broken = List.of(new Migration("V001__balances.sql", "create table other (id int)"));

            assertThatThrownBy(() -> backup(to).restore(file(), true, installed(broken)))
                    .isInstanceOf(MilesbotException.class);
            assertThat(rows(to, "note")).hasSize(20).containsOnly("second");
            backup(to).restore(file(), true, installed(OLD));
            assertThat(rows(to, "note")).hasSize(20).containsOnly("first");
        }
    }
}
