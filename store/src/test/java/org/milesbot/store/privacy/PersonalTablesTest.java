package org.milesbot.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.store.privacy.PersonalTable.Forgetting;
import org.milesbot.store.testing.TestDatabase;

/** The catalogue of the database is the judge of the rules. */
@TestInstance(Lifecycle.PER_CLASS)
class PersonalTablesTest {

    private final TestDatabase test = TestDatabase.migrated();

    @AfterAll
    void close() {
        test.close();
    }

    private List<String> rows(String sql) {
        return test.database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list());
    }

    private static Set<String> ruled() {
        return new TreeSet<>(
                PersonalTables.ALL.stream().map(PersonalTable::name).toList());
    }

    @Test
    void haveARuleEach() {
        Set<String> personal = new TreeSet<>(rows("""
                select distinct table_name
                from information_schema.columns
                where table_schema = current_schema()
                  and column_name ~ '(user|chat|telegram|person|member|sender|author|owner)_?id$'
                """));
        personal.add("app_user");

        assertThat(personal).contains("alert", "user_config");
        assertThat(ruled())
                .as("a table that people are in needs a line in PersonalTables")
                .isEqualTo(personal);
        assertThat(PersonalTables.ALL).hasSameSizeAs(ruled());
    }

    @Test
    void goWithThePersonIfAForeignKeySaysSo() {
        Set<String> cascading = new TreeSet<>(rows("""
                select distinct conrelid::regclass::text
                from pg_constraint
                where confrelid = 'app_user'::regclass
                  and contype = 'f'
                  and confdeltype = 'c'
                """));
        Set<String> referring = new TreeSet<>(rows("""
                select distinct conrelid::regclass::text
                from pg_constraint
                where confrelid = 'app_user'::regclass
                  and contype = 'f'
                """));

        assertThat(ruled()).containsAll(referring);
        assertThat(PersonalTables.ALL)
                .filteredOn(table -> table.forgetting() == Forgetting.WITH_PERSON)
                .extracting(PersonalTable::name)
                .allMatch(cascading::contains);
    }

    @Test
    void nameTheColumnThatTellsWhoseARowIs() {
        for (PersonalTable table : PersonalTables.ALL) {
            assertThat(rows("""
                            select column_name
                            from information_schema.columns
                            where table_schema = current_schema() and table_name = '%s'
                            """.formatted(table.name())))
                    .as(table.name())
                    .contains(table.owner().column());
        }
    }

    @Test
    void standInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/privacy.md"));

        assertThat(PersonalTables.ALL)
                .allSatisfy(
                        table -> assertThat(page).contains("| `" + table.section() + "` | `" + table.name() + "` |"));
    }

    @Test
    void areCalledByNamesOfTheirOwn() {
        assertThat(PersonalTables.ALL).extracting(PersonalTable::section).doesNotHaveDuplicates();
    }
}
