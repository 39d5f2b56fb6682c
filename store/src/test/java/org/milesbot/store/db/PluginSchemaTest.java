package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.storage.Migration;
import org.milesbot.store.testing.TestDatabase;

class PluginSchemaTest {

    private static final Migration FIRST =
            new Migration("V001__balances.sql", "create table balance (chat_id bigint primary key, miles bigint)");
    private static final Migration SECOND =
            new Migration("V002__expiries.sql", "alter table balance add column expires date");

    private final TestDatabase test = TestDatabase.migrated();

    @AfterEach
    void close() {
        test.close();
    }

    private PluginSchema wallet(Migration... migrations) {
        return PluginSchema.current(test.database(), "wallet", List.of(migrations));
    }

    private static List<String> rows(PluginSchema schema, String sql) throws SQLException {
        return schema.inTransaction(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        });
    }

    private static int run(PluginSchema schema, String sql) throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void beginsNoThreadInThePluginsName() throws Exception {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        try (URLClassLoader plugins = new URLClassLoader(new URL[0]);
                PluginSchema wallet = wallet(FIRST)) {
            here.setContextClassLoader(plugins);
            run(wallet, "insert into balance values (7, 1000)");
            here.setContextClassLoader(before);

            assertThat(Thread.getAllStackTraces().keySet())
                    .anyMatch(thread -> thread.getName().contains("plugin_wallet"))
                    .noneMatch(thread -> thread.getContextClassLoader() == plugins);
        } finally {
            here.setContextClassLoader(before);
        }
    }

    @Test
    void isMadeBesideMilesbotsOwn() throws SQLException {
        try (PluginSchema wallet = wallet(FIRST)) {
            run(wallet, "insert into balance values (7, 1000)");

            assertThat(rows(wallet, "select miles from plugin_wallet.balance")).containsExactly("1000");
            assertThat(rows(wallet, "select version from flyway_schema_history"))
                    .containsExactly("001");
        }
        assertThat(new Migrations(test.database()).current()).isEqualTo(Migrations.bundled());
    }

    @Test
    void reachesNothingElse() throws SQLException {
        try (PluginSchema wallet = wallet(FIRST);
                PluginSchema weekly = PluginSchema.current(
                        test.database(),
                        "weekly",
                        List.of(new Migration("V001__letters.sql", "create table letter (id int)")))) {
            for (String foreign : List.of("milesbot.app_user", "plugin_weekly.letter")) {
                SQLException e =
                        catchThrowableOfType(SQLException.class, () -> rows(wallet, "select count(*) from " + foreign));

                assertThat(e.getSQLState()).as(foreign).isEqualTo("42501");
            }
            assertThat(rows(weekly, "select count(*) from letter")).containsExactly("0");
        }
    }

    @Test
    void growsByMoreMigrations() throws SQLException {
        try (PluginSchema wallet = wallet(FIRST)) {
            run(wallet, "insert into balance values (7, 1000)");
        }
        try (PluginSchema wallet = wallet(FIRST, SECOND)) {
            assertThat(run(wallet, "update balance set expires = '2027-01-31'")).isOne();
        }
    }

    @Test
    void refusesTablesNewerThanThePlugin() {
        wallet(FIRST, SECOND).close();

        assertThatThrownBy(() -> wallet(FIRST))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .hasMessageContaining("wallet")
                .hasMessageContaining("version 2, newer than the 1");
    }

    @Test
    void refusesAMigrationThatWasChangedAfterItWasRun() {
        wallet(FIRST).close();
        Migration changed = new Migration(FIRST.file(), FIRST.sql() + ";");

        assertThatThrownBy(() -> wallet(changed, SECOND))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL))
                .hasMessageContaining("hecksum");
    }

    @Test
    void keepsNothingOfAMigrationThatFails() throws SQLException {
        Migration broken = new Migration("V001__balances.sql", FIRST.sql() + "; select 1 / 0");

        assertThatThrownBy(() -> wallet(broken))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL))
                .hasMessageContaining("plugin_wallet")
                .hasMessageContaining("division by zero")
                .hasMessageContaining("nothing of that step was kept");
        try (PluginSchema mended = wallet(FIRST)) {
            assertThat(rows(mended, "select count(*) from balance")).containsExactly("0");
        }
    }

    @Test
    void letsNoMigrationTouchWhatIsNotItsOwn() {
        Migration greedy = new Migration("V001__all.sql", "drop table milesbot.alert");

        assertThatThrownBy(() -> wallet(greedy)).hasMessageContaining("permission denied");
    }

    @Test
    void takesBackWhatATransactionDidThatFailed() throws SQLException {
        try (PluginSchema wallet = wallet(FIRST)) {
            assertThatThrownBy(() -> wallet.inTransaction(connection -> {
                        connection.createStatement().executeUpdate("insert into balance values (7, 1)");
                        throw new SQLException("no");
                    }))
                    .hasMessage("no");

            assertThat(rows(wallet, "select count(*) from balance")).containsExactly("0");
        }
    }

    @Test
    void isMadeOnceByManyAtTheSameTime() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> making = () -> {
                try (Database own = test.another();
                        PluginSchema wallet = PluginSchema.current(own, "wallet", List.of(FIRST, SECOND))) {
                    return rows(wallet, "select count(*) from balance").get(0);
                }
            };
            for (Future<String> made : threads.invokeAll(List.of(making, making, making, making))) {
                assertThat(made.get()).isEqualTo("0");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void worksWithMilesbotsRightsWhereNoRoleMayBeMade() throws SQLException {
        String user = "limited_" + UUID.randomUUID().toString().replace("-", "");
        DatabaseAddress server = test.address();
        test.database().useTransaction(open -> {
            open.execute("create role " + user + " login password 'secret'");
            open.execute("grant create on database " + server.database() + " to " + user);
        });
        DatabaseAddress limited =
                new DatabaseAddress(server.host(), server.port(), server.database(), user, "secret", server.options());
        try (Database core = Database.open(limited, "milesbot");
                PluginSchema poor = PluginSchema.current(core, "poor", List.of(FIRST))) {
            assertThat(rows(poor, "select current_user || ' ' || count(*) from balance"))
                    .containsExactly(user + " 0");
        } finally {
            test.database().useTransaction(open -> {
                open.execute("drop owned by " + user + " cascade");
                open.execute("drop role " + user);
            });
        }
    }

    @Test
    void isDroppedWithTheSchemaItBelongsTo() throws SQLException {
        try (Database demo = Database.open(test.address(), "milesbot_demo");
                PluginSchema wallet = wallet(FIRST);
                PluginSchema trial = PluginSchema.current(demo, "wallet", List.of(FIRST))) {
            run(trial, "insert into balance values (7, 1)");

            PluginSchema.dropAll(demo);

            assertThat(rows(wallet, "select to_regnamespace('milesbot_demo_plugin_wallet')"))
                    .containsExactly((String) null);
            assertThat(rows(wallet, "select count(*) from balance")).containsExactly("0");
        }
    }

    @Test
    void isNamedAfterAnUnusualSchemaOfMilesbot() {
        assertThat(PluginSchema.nameOf("wallet", "milesbot")).isEqualTo("plugin_wallet");
        assertThat(PluginSchema.nameOf("wallet", "milesbot_demo")).isEqualTo("milesbot_demo_plugin_wallet");
        assertThatThrownBy(() -> PluginSchema.nameOf("w".repeat(60), "milesbot"))
                .hasMessageContaining("shorter id");
    }
}
