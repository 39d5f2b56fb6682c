package org.milesbot.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.milesbot.api.notify.Receipt;
import org.milesbot.store.alert.Claimed;
import org.milesbot.store.alert.Outcome;
import org.milesbot.store.alert.Outcome.State;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

    private final Verdict verdict = new Verdict(new Retries(new Random(1)));

    private static Claimed alert(long id, int attempts) {
        return new Claimed(id, null, "created", "", null, NOW, true, attempts, null);
    }

    private Outcome of(Receipt receipt, int... attempts) {
        List<Claimed> alerts =
                Arrays.stream(attempts).mapToObj(tried -> alert(tried, tried)).toList();
        return verdict.of(receipt, alerts, NOW);
    }

    @Test
    void keepsTheNumberOfWhatArrived() {
        Outcome outcome = of(new Receipt.Sent(42), 1, 2);

        assertThat(outcome.state()).isEqualTo(State.SENT);
        assertThat(outcome.messageId()).isEqualTo(42);
        assertThat(outcome.alerts()).hasSize(2);
    }

    @Test
    void waitsExactlyAsLongAsItIsToldAndCountsNoTry() {
        Outcome outcome = of(new Receipt.SlowDown(Duration.ofSeconds(7)), 29);

        assertThat(outcome.state()).isEqualTo(State.DUE);
        assertThat(outcome.dueAt()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void sendsAtOnceToTheNewNumber() {
        Outcome outcome = of(new Receipt.Moved(-1_005), 1);

        assertThat(outcome.state()).isEqualTo(State.DUE);
        assertThat(outcome.dueAt()).isEqualTo(NOW);
    }

    @Test
    void givesBackWhatALockedDoorKeptOut() {
        assertThat(of(new Receipt.Locked("401"), 29).state()).isEqualTo(State.DUE);
    }

    @Test
    void dropsWhatNobodyIsThereFor() {
        assertThat(of(new Receipt.Gone("blocked"), 1))
                .isEqualTo(Outcome.expired(List.of(alert(1, 1)), "gone: blocked"));
    }

    @Test
    void leavesToTheOperatorWhatIsRefused() {
        assertThat(of(new Receipt.Refused("400"), 1)).isEqualTo(Outcome.dead(List.of(alert(1, 1)), "400"));
    }

    @Test
    void triesAgainWhatDidNotGetThroughUntilItWasTriedTooOften() {
        Receipt cut = new Receipt.Unreachable("cut");

        assertThat(of(cut, 1).state()).isEqualTo(State.FAILED);
        assertThat(of(cut, 1).dueAt()).isBetween(NOW.plusMillis(2_500), NOW.plusMillis(5_000));
        assertThat(of(cut, 29).state()).isEqualTo(State.FAILED);
        assertThat(of(cut, 30)).isEqualTo(Outcome.dead(List.of(alert(30, 30)), "cut"));
        assertThat(of(cut, 1, 30).state()).as("of several, the one tried most").isEqualTo(State.DEAD);
    }
}
