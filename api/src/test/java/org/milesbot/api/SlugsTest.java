package org.milesbot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "latam_pass", "tier2", "x_"})
    void acceptsLowerCaseLettersDigitsAndUnderscores(String value) {
        assertThat(Slugs.isSlug(value)).isTrue();
        assertThat(Slugs.require("programme", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Smiles", "2tier", "_x", "latam-pass", "a b", "é", "a\n"})
    void refusesEverythingElseAndNamesIt(String value) {
        assertThat(Slugs.isSlug(value)).isFalse();
        assertThatThrownBy(() -> Slugs.require("programme", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("programme \"" + value + "\"");
    }

    @Test
    void refusesMoreThan63Characters() {
        assertThat(Slugs.isSlug("a".repeat(63))).isTrue();
        assertThat(Slugs.isSlug("a".repeat(64))).isFalse();
    }
}
