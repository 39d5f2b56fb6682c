package org.milesbot.store.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void leavesNamesOfEveryScriptAlone() {
        assertThat(PersonName.of("José D'Ávila")).isEqualTo("José D'Ávila");
        assertThat(PersonName.of("דנה לוי")).isEqualTo("דנה לוי");
        assertThat(PersonName.of("👨\u200D👩\u200D👧")).isEqualTo("👨\u200D👩\u200D👧");
    }

    @Test
    void takesAwayWhatWouldChangeTheTextAround() {
        assertThat(PersonName.of(" Ana\u0000\n\u001b[31m\u202Eoãoj\u2066 \uD800x "))
                .isEqualTo("Ana [31m oãoj \uFFFDx");
    }

    @Test
    void cutsBetweenCharacters() {
        String name = PersonName.of("😀".repeat(10_000));

        assertThat(name).isEqualTo("😀".repeat(PersonName.LONGEST));
        assertThat(PersonName.isTooLong("😀".repeat(PersonName.LONGEST))).isFalse();
        assertThat(PersonName.isTooLong("😀".repeat(PersonName.LONGEST + 1))).isTrue();
    }
}
