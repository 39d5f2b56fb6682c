package org.milesbot.cli.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.notify.assistant.ChatSettings;
import org.milesbot.notify.testing.ChatAnswer;
import org.milesbot.notify.testing.ChatServer;
import org.milesbot.store.alert.Household;
import org.milesbot.store.llm.Caps;
import org.milesbot.store.llm.LlmBudget;
import org.milesbot.store.user.Users;

class IntroductionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T15:00:00Z"), ZoneOffset.UTC);
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    private static final String FACTS = "Campanhas perdidas: 2. Smiles: 80% nos próximos 30 dias.";

    private final Household house = new Household();
    private final ChatServer server = ChatServer.start();

    @AfterEach
    void close() {
        server.close();
        house.close();
    }

    private Introductions introductions(long daily) {
        return new Introductions(
                new ChatSettings(server.url(), ChatServer.MODEL, ChatServer.KEY),
                new Users(house.database()),
                new LlmBudget(house.database(), new Caps(daily, 1_000_000), CLOCK));
    }

    @Test
    void writesOnTheAccountOfWhoHasSwitchedItOn() {
        house.person(7, "ai = true");
        server.next(new ChatAnswer.Says("Duas campanhas passaram, e a Smiles promete: 80% em 30 dias."));

        assertThat(introductions(100_000).introduce(7, PORTUGUESE, FACTS))
                .contains("Duas campanhas passaram, e a Smiles promete: 80% em 30 dias.");
        assertThat(house.rows("select concat_ws(' ', calls, tokens_in, tokens_out, reserved) from llm_usage"))
                .containsExactly("1 1200 34 0");
    }

    @Test
    void sendsNothingOfWhoHasNot() {
        house.person(7, "");

        assertThat(introductions(100_000).introduce(7, PORTUGUESE, FACTS)).isEmpty();
        assertThat(introductions(100_000).introduce(8, PORTUGUESE, FACTS)).isEmpty();
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void asksNothingThatIsNotPaidFor() {
        house.person(7, "ai = true");

        assertThat(introductions(100).introduce(7, PORTUGUESE, FACTS)).isEmpty();
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void doesWithoutWhereTheModelFails() {
        house.person(7, "ai = true");
        server.next(ChatAnswer.error(500));

        assertThat(introductions(100_000).introduce(7, PORTUGUESE, FACTS)).isEmpty();
        assertThat(server.seen()).hasSize(1);
        assertThat(house.rows("select reserved from llm_usage")).containsExactly("0");
    }
}
