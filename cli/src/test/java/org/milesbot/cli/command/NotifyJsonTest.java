package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Fault;
import org.milesbot.store.alert.Household;

/** All that notify prints as JSON, held against its schemas through the days of a promo. */
class NotifyJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant NEXT_NOON = Instant.parse("2026-11-22T15:00:00Z");

    private final Household house = new Household();
    private final BotApiServer telegram = BotApiServer.start();

    @TempDir
    Path home;

    @BeforeEach
    void gather() {
        house.person(1, "tiers = '{smiles:club}'");
        house.person(-2, "language = 'en', level_raised = 'silent'");
        house.person(3, "quiet_from = '11:00', quiet_to = '13:00', digest = 'daily'");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
    }

    @AfterEach
    void close() {
        telegram.close();
        house.close();
    }

    private List<JsonNode> lines(Instant at, String schema, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("notify"));
        words.addAll(List.of(arguments));
        words.add("--json");
        Ended ended = CommandRun.in(home, house.test())
                .ticking(at)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .run(words.toArray(String[]::new));
        JsonSchema valid = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        Files.readString(Path.of("../docs/schemas/" + schema + ".schema.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ended.lines()) {
            JsonNode read = JSON.readTree(line);
            assertThat(valid.validate(read)).as(line).isEmpty();
            lines.add(read);
        }
        assertThat(lines).as(ended.err()).isNotEmpty();
        return lines;
    }

    private static Stream<String> texts(List<JsonNode> lines, String field) {
        return lines.stream().map(line -> line.path(field).asText());
    }

    @Test
    void isAsItsSchemasSay() throws IOException {
        String promo = house.promo().toString();
        List<JsonNode> planned = lines(NOON, "rehearsal", "--dry-run");
        JsonNode unmatched =
                lines(NOON, "alert-explanation", "--explain", "1", promo).get(0);
        List<JsonNode> first = lines(NOON, "notify");

        assertThat(texts(planned, "user")).containsExactly("1", "-2", "3");
        assertThat(unmatched.path("score").isNull()).isTrue();
        assertThat(first).hasSize(2);
        assertThat(first.get(0).path("alerts").asInt()).isEqualTo(3);
        assertThat(first.get(1).path("sent").asInt()).isEqualTo(2);

        house.told("2026-11-22", "livelo 100/60 2026-11-21..2026-11-30");
        house.told("2026-11-22T11:00", "esfera 50/50 2026-11-20..2026-11-22T11:30");
        telegram.next(1, new Fault.Refusal(400, "Bad Request: no"));
        telegram.next(-2, Fault.Refusal.blocked());
        List<JsonNode> followUps = lines(NEXT_NOON, "rehearsal", "--dry-run");
        List<JsonNode> second = lines(NEXT_NOON, "notify");
        List<JsonNode> dead = lines(NEXT_NOON, "dead-letter", "dead", "list");

        assertThat(followUps).anyMatch(line -> line.path("answers").isNumber());
        assertThat(followUps).anyMatch(line -> line.path("silent").asBoolean());
        assertThat(texts(second, "skipped")).contains("over", "null");
        assertThat(texts(dead, "note")).containsExactly("400 Bad Request: no");
        for (String user : List.of("1", "-2", "3")) {
            JsonNode why = lines(NEXT_NOON, "alert-explanation", "--explain", user, promo)
                    .get(0);
            assertThat(why.path("score").isNumber()).isTrue();
            assertThat(why.path("alerts")).isNotEmpty();
            assertThat(why.path("quiet_until").isTextual()).isEqualTo(user.equals("3"));
        }
    }
}
