package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.store.testing.TestDatabase;

class TemplatesTest {

    private final TestDatabase test = TestDatabase.migrated();

    @AfterEach
    void close() {
        test.close();
    }

    private boolean holds(String sql, String... defined) {
        return test.database().with(open -> {
            var query = open.createQuery(sql);
            for (int i = 0; i < defined.length; i += 2) {
                query.define(defined[i], defined[i + 1]);
            }
            return query.mapTo(Boolean.class).one();
        });
    }

    @Test
    void whatIsDefinedTakesItsPlace() {
        assertThat(holds("select <what> and 1 < 2 and 2 <> 1", "what", "1 <= 1"))
                .isTrue();
        assertThat(holds("select <what> and 1 < 2 and 2 <> 1", "what", "1 >= 2"))
                .isFalse();
    }

    @Test
    void comparisonsAreNoNames() {
        assertThat(holds("select 1 < 2 and 1 <2 and 2 <> 1 and 1 <= 1 and '<' < '='"))
                .isTrue();
    }

    @Test
    void anUndefinedNameIsRefused() {
        assertThatThrownBy(() -> holds("select <what>")).hasMessageContaining("what");
    }
}
