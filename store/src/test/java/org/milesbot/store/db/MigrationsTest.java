package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.testing.TestDatabase;

class MigrationsTest {

    @Test
    void makesTheSchemaFromNothing() {
        try (TestDatabase test = TestDatabase.empty()) {
            Migrations migrations = new Migrations(test.database());

            assertThat(migrations.current()).isZero();
            assertThat(migrations.ensureCurrent()).isEqualTo(migrations.known());
            assertThat(migrations.current()).isEqualTo(migrations.known());
        }
    }

    @Test
    void leavesACurrentSchemaAlone() {
        try (TestDatabase test = TestDatabase.migrated()) {
            assertThat(new Migrations(test.database()).ensureCurrent()).isZero();
        }
    }

    @Test
    void refusesANewerSchemaAndSaysWhatToDo() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Migrations migrations = new Migrations(test.database());
            test.database().useTransaction(open -> open.execute("""
                            insert into flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            values (99, '099', 'from the future', 'SQL', 'V099__x.sql', 'milesbot', 1, true)
                            """));

            assertThatThrownBy(migrations::ensureCurrent)
                    .isInstanceOfSatisfying(
                            MilesbotException.class,
                            error -> assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                    .hasMessageContaining("version 99")
                    .hasMessageContaining("update milesbot")
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void letsEightFirstStartsHappenAtOnce() throws ExecutionException, InterruptedException {
        try (TestDatabase test = TestDatabase.empty()) {
            List<Integer> applied = inParallel(8, () -> {
                try (Database own = test.another()) {
                    return new Migrations(own).ensureCurrent();
                }
            });

            assertThat(applied).hasSize(8);
            assertThat(new Migrations(test.database()).current()).isEqualTo(new Migrations(test.database()).known());
        }
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work)
            throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void listsEveryMigrationInTheIndex() throws IOException {
        Path folder = Path.of("src/main/resources", Migrations.FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> present = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .sorted()
                    .toList();

            assertThat(Files.readAllLines(folder.resolve("index"))).isEqualTo(present);
            assertThat(present).allMatch(name -> name.matches("V[0-9]{3}__[a-z0-9_]+\\.sql"));
        }
    }
}
