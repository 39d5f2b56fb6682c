package org.milesbot.cli.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.testing.SettableClock;

class SessionsTest {

    private static final String PASSWORD = "correct horse battery";

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final SettableClock CLOCK = SettableClock.at(NOW);
    private static final Sessions SESSIONS = new Sessions(PASSWORD, CLOCK);

    @BeforeEach
    void setTheClock() {
        CLOCK.show(NOW);
    }

    @Test
    void knowsThePasswordAndNoOther() {
        assertThat(SESSIONS.isPassword(PASSWORD)).isTrue();
        assertThat(SESSIONS.isPassword(PASSWORD + " ")).isFalse();
        assertThat(SESSIONS.isPassword("")).isFalse();
    }

    @Test
    void lastsADay() {
        String session = SESSIONS.begin();

        CLOCK.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(SESSIONS.valid(session)).contains(session);
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(SESSIONS.valid(session)).isEmpty();
    }

    @Test
    void takesNoneThatAnybodyElseSigned() {
        String session = SESSIONS.begin();
        String later = (Long.parseLong(session.substring(0, session.indexOf('.'))) + 1_000)
                + session.substring(session.indexOf('.'));

        assertThat(SESSIONS.valid(later)).isEmpty();
        assertThat(new Sessions("another password", CLOCK).valid(session)).isEmpty();
        assertThat(SESSIONS.begin()).isNotEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "1.2.3", "999999999999.AAAAAAAAAAAAAAAAAAAAAA.", "\n"})
    void takesNothingOfAnotherForm(String cookie) {
        assertThat(SESSIONS.valid(cookie)).isEmpty();
    }

    @Test
    void givesEachSessionFormsOfItsOwn() {
        String one = SESSIONS.begin();
        String other = SESSIONS.begin();

        assertThat(SESSIONS.isToken(one, SESSIONS.token(one))).isTrue();
        assertThat(SESSIONS.isToken(other, SESSIONS.token(one))).isFalse();
        assertThat(SESSIONS.isToken(one, "")).isFalse();
        assertThat(SESSIONS.token(one)).isNotIn(one, one.substring(one.lastIndexOf('.') + 1));
    }
}
