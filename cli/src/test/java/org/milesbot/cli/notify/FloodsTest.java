package org.milesbot.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FloodsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Floods floods = new Floods();

    @Test
    void takesOneChatOrTwoForThemselves() {
        assertThat(floods.add(1, PAUSE, NOW)).isEmpty();
        assertThat(floods.add(1, PAUSE, NOW)).isEmpty();
        assertThat(floods.add(2, PAUSE, NOW)).isEmpty();
        assertThat(floods.add(2, PAUSE, NOW)).isEmpty();
    }

    @Test
    void takesSeveralAtTheSameTimeForAll() {
        floods.add(1, PAUSE, NOW);
        floods.add(2, PAUSE, NOW.plusSeconds(9));

        assertThat(floods.add(3, Duration.ofSeconds(4), NOW.plusSeconds(9))).contains(Duration.ofSeconds(4));
    }

    @Test
    void forgetsAChatWhosePauseIsOver() {
        floods.add(1, PAUSE, NOW);
        floods.add(2, PAUSE, NOW.plusSeconds(9));

        assertThat(floods.add(3, PAUSE, NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void saysUntilWhenNothingIsSentToAChat() {
        floods.add(1, PAUSE, NOW);

        assertThat(floods.until(1, NOW.plusSeconds(9))).contains(NOW.plusSeconds(10));
        assertThat(floods.until(1, NOW.plusSeconds(10))).isEmpty();
        assertThat(floods.until(2, NOW)).isEmpty();

        floods.add(2, PAUSE, NOW);
        floods.add(3, PAUSE, NOW);

        assertThat(floods.until(4, NOW.plusSeconds(9))).contains(NOW.plusSeconds(10));
    }
}
