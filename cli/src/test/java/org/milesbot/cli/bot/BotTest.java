package org.milesbot.cli.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class BotTest {

    private final Household house = new Household();
    private Scene scene = Scene.in(house);

    @BeforeEach
    void open() {
        scene.close();
        scene = Scene.in(house);
    }

    @AfterEach
    void clear() {
        scene.close();
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void answersACommand() {
        Delivery help = scene.asks(1, "/help");

        assertThat(help.seen()).contains("/help");
        assertThat(house.rows("select count(*) from bot_update")).containsExactly("0");
    }

    @Test
    void speaksEnglishToWhomTelegramDoes() {
        List<Delivery> got = scene.happens(1, Sayings.speaking(Sayings.text(1, "/ajuda"), "en"));

        assertThat(got)
                .singleElement()
                .satisfies(message -> assertThat(message.seen()).contains("What I can do"));
    }
}
