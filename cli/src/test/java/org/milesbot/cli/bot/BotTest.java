package org.milesbot.cli.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.MilesbotException;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Fault;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class BotTest {

    private static final long GROUP = -100_123;

    private final Household house = new Household();
    private final Echo echo = new Echo();
    private final Scene scene = Scene.in(house, echo);
    private long next = 1_000;

    @BeforeAll
    void settle() {
        scene.settle();
    }

    @AfterEach
    void clear() {
        scene.settle();
        echo.requests.clear();
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    /** Somebody who was never here. */
    private long stranger() {
        return next++;
    }

    @Test
    void knowsWhoSpokeToIt() {
        long ana = stranger();

        Delivery help = scene.asks(ana, "/help");

        assertThat(help.seen()).contains("/help", "/eco: repete <tudo>");
        assertThat(house.rows("select concat_ws(' ', name, language, welcomed_at is not null) from app_user "
                        + "join user_config on user_id = id where telegram_id = " + ana))
                .containsExactly("Ana pt t");
        assertThat(house.rows("select count(*) from bot_update")).containsExactly("0");
    }

    @Test
    void speaksEnglishToWhomTelegramDoes() {
        List<Delivery> got = scene.happens(2, Sayings.speaking(Sayings.text(2, "/ajuda"), "en"));

        assertThat(got)
                .singleElement()
                .satisfies(message -> assertThat(message.seen()).contains("What I can do"));
    }

    @ParameterizedTest
    @CsvSource({
        "/HELP, O que eu sei fazer",
        "/help@milesbot_test_bot, O que eu sei fazer",
        "/hlep, Você quis dizer /help",
        "/éco said, said",
        "/xyzzy_nada, Não conheço /xyzzy_nada",
        "oi, Não entendi",
        "/, Não entendi",
        "/help/me, Não entendi",
        "/ler bom dia a todos, não encontrei nenhuma promoção"
    })
    void understandsCommandsAsPeopleWriteThem(String text, String answer) {
        assertThat(scene.asks(stranger(), text).seen()).contains(answer);
    }

    @Test
    void leavesCommandsForOtherBotsAlone() {
        assertThat(scene.says(stranger(), "/help@other_bot")).isEmpty();
    }

    @Test
    void hidesWhatIsTheOperators() {
        assertThat(scene.asks(stranger(), "/help").seen()).doesNotContain("/status");
    }

    @ParameterizedTest
    @CsvSource({
        "voice, Ainda não entendo áudio",
        "video_note, Ainda não entendo áudio",
        "sticker, /promos",
        "photo, Ainda não leio imagens",
        "location, Isso eu não sei usar"
    })
    void saysWhatItCannotRead(String field, String answer) {
        long ana = stranger();

        assertThat(scene.happens(ana, Sayings.thing(ana, field)))
                .singleElement()
                .satisfies(message -> assertThat(message.seen()).contains(answer));
    }

    @Test
    void answersACommandThatIsMended() {
        long ana = stranger();
        scene.asks(ana, "/hlep");

        assertThat(scene.happens(ana, Sayings.edited(ana, "/help"))).hasSize(1);
        assertThat(scene.happens(ana, Sayings.edited(ana, "oi, tudo bem?"))).isEmpty();
    }

    @Test
    void doesNotAnswerBots() {
        ObjectNode update = Sayings.text(77, "/help");
        ((ObjectNode) update.path("message").path("from")).put("is_bot", true);

        assertThat(scene.happens(77, update)).isEmpty();
    }

    @Test
    void aGroupCannotDriveIt() {
        List<Delivery> first = scene.happens(GROUP, Sayings.inGroup(GROUP, 5, "/help@milesbot_test_bot"));
        List<Delivery> second = scene.happens(GROUP, Sayings.inGroup(GROUP, 6, "oi @Milesbot_Test_Bot"));
        List<Delivery> operator = scene.happens(GROUP, Sayings.inGroup(GROUP, Scene.OPERATOR, "/help"));

        assertThat(first).singleElement().satisfies(message -> {
            assertThat(message.seen()).contains("em particular");
            assertThat(message.buttons()).containsExactly("https://t.me/milesbot_test_bot");
        });
        assertThat(second).isEmpty();
        assertThat(operator).isEmpty();
        assertThat(scene.happens(GROUP, Sayings.pressed(GROUP, 5, 3, "eco:pressed")))
                .isEmpty();
        assertThat(scene.notices()).last().asString().contains("em particular");
        assertThat(echo.requests).isEmpty();
    }

    @Test
    void answersThirtyTimesAMinuteAndSaysSoOnce() {
        long ana = stranger();
        for (int i = 0; i < 33; i++) {
            scene.telegram().happens(Sayings.text(ana, "/eco said"));
        }
        scene.settle();

        List<Delivery> got = scene.telegram().deliveries(ana);
        assertThat(got).hasSize(31);
        assertThat(got.get(30).seen()).contains("até 30 pedidos por minuto");
        assertThat(scene.says(stranger(), "/eco said")).hasSize(1);
    }

    @Test
    void dealsWithTwoDevicesOfOnePersonInOrder() {
        long ana = stranger();
        scene.telegram().happens(Sayings.text(ana, "/eco ask"));
        scene.telegram().happens(Sayings.text(ana, "first"));
        scene.telegram().happens(Sayings.text(ana, "/eco said"));
        scene.settle();

        assertThat(scene.telegram().deliveries(ana))
                .extracting(Delivery::seen)
                .containsExactly("what?", "topic got first", "said");
    }

    @Test
    void takesLongTexts() {
        String long10kB = "bom dia ".repeat(1_250);

        assertThat(scene.asks(stranger(), long10kB).seen()).contains("Não entendi");
        assertThat(scene.asks(stranger(), "/eco " + long10kB).seen()).isEqualTo("said");
        assertThat(echo.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.words()).hasSize(10_000 - 1));
    }

    @Test
    void asksAndGoesOnAfterARestart() {
        long ana = stranger();
        assertThat(scene.asks(ana, "/eco ask").seen()).isEqualTo("what?");

        scene.restartAt(Scene.NOON.plus(Duration.ofHours(3)));

        assertThat(scene.asks(ana, "an answer").seen()).isEqualTo("topic got an answer");
        assertThat(scene.asks(ana, "an answer").seen()).contains("Não entendi");
    }

    @Test
    void forgetsAQuestionThatIsADayOld() {
        long ana = stranger();
        scene.restartAt(Scene.NOON);
        scene.asks(ana, "/eco ask");

        scene.restartAt(Scene.NOON.plus(Duration.ofHours(25)));

        assertThat(scene.asks(ana, "an answer").seen()).contains("Não entendi");
    }

    @Test
    void doesOnceWhatIsConfirmed() {
        long ana = stranger();
        Delivery question = scene.asks(ana, "/eco confirm");

        assertThat(question.labels()).containsExactly("✅ Confirmar", "✖️ Cancelar");
        assertThat(scene.presses(ana, question, "ok:").seen()).isEqualTo("confirmed it");
        String data = question.buttons().get(0);
        scene.happens(ana, Sayings.pressed(ana, question.messageId(), data));
        assertThat(scene.telegram().shown(question.messageId()).seen()).contains("já foi decidido");
        assertThat(echo.requests).filteredOn(request -> request.isConfirmed()).hasSize(1);
    }

    @Test
    void leavesWhatIsCancelledAndWhatIsAnothers() {
        long ana = stranger();
        long eva = stranger();
        Delivery question = scene.asks(ana, "/eco confirm");

        scene.happens(
                eva,
                Sayings.pressed(eva, question.messageId(), question.buttons().get(0)));
        assertThat(echo.requests).noneMatch(request -> request.isConfirmed());
        assertThat(scene.presses(ana, question, "no:").seen()).contains("nada mudou");
        assertThat(house.rows("select count(*) from bot_proposal where chat_id = " + ana))
                .containsExactly("0");
    }

    @Test
    void changesTheMessageWhoseButtonIsPressed() {
        long ana = stranger();
        Delivery message = scene.asks(ana, "/eco button");

        assertThat(scene.press(ana, message, "eco:pressed")).isEmpty();
        assertThat(scene.telegram().shown(message.messageId()).seen()).isEqualTo("was pressed");
        Delivery other = scene.asks(ana, "/eco button");
        assertThat(scene.press(ana, other, "eco:notice")).isEmpty();
        assertThat(scene.notices()).last().isEqualTo("a <notice>");
        assertThat(scene.press(ana, other, "eco:pressed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone:1", "", "ok:", "ok:9999999999999999999999", "no:x", "::"})
    void saysThatAButtonIsOld(String data) {
        long ana = stranger();
        Delivery message = scene.asks(ana, "/eco button");

        scene.happens(ana, Sayings.pressed(ana, message.messageId(), data));

        String seen = scene.telegram().shown(message.messageId()).seen();
        assertThat(scene.notices().get(scene.notices().size() - 1) + seen).containsAnyOf("antigo", "já foi decidido");
    }

    @Test
    void apologizesForAPluginThatFails() {
        Delivery apology = scene.asks(stranger(), "/eco fail");

        assertThat(apology.seen()).contains("não foi com você").doesNotContain("broken");
        assertThat(house.rows("select count(*) from bot_update")).containsExactly("0");
    }

    @Test
    void sendsNothingMoreToWhoBlocksIt() {
        long ana = stranger();
        scene.asks(ana, "/eco said");

        scene.happens(ana, Sayings.membership(ana, "kicked"));
        assertThat(house.rows("select disabled_why from app_user where telegram_id = " + ana))
                .singleElement()
                .asString()
                .contains("blocked");
        scene.happens(ana, Sayings.membership(ana, "member"));
        assertThat(house.rows("select disabled_why is null from app_user where telegram_id = " + ana))
                .containsExactly("t");
    }

    @Test
    void noticesThatSomebodyIsGone() {
        long ana = stranger();
        scene.telegram().next(ana, Fault.Refusal.blocked());

        assertThat(scene.says(ana, "/eco said")).isEmpty();
        assertThat(house.rows("select disabled_why from app_user where telegram_id = " + ana))
                .singleElement()
                .asString()
                .contains("blocked");
    }

    @Test
    void waitsAsLongAsTelegramSays() {
        long ana = stranger();
        scene.telegram().next(ana, new Fault.SlowDown(1));

        assertThat(scene.asks(ana, "/eco said").seen()).isEqualTo("said");
        assertThat(scene.telegram().counts().impatient()).isZero();
    }

    @Test
    void triesAgainWhenTelegramFails() {
        long ana = stranger();
        scene.telegram().next(ana, new Fault.Page(502));

        assertThat(scene.asks(ana, "/eco said").seen()).isEqualTo("said");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\": 3}",
                "{\"message\": {\"chat\": {\"id\": \"x\"}}}",
                "{\"callback_query\": {\"from\": {\"id\": 5}}}",
                "{\"message\": {\"chat\": {\"id\": 5, \"type\": \"private\"}, \"text\": \"no sender\"}}",
                "{\"something_new\": {\"a\": [1, 2, {\"b\": null}]}}",
            })
    void goesOnAfterWhatItCannotRead(String update) throws Exception {
        long ana = stranger();
        JsonNode strange = new JsonMapper().readTree(update);

        scene.happens(ana, (ObjectNode) strange);

        assertThat(scene.asks(ana, "/eco said").seen()).isEqualTo("said");
    }

    @Test
    void tellsTelegramWhichCommandsThereAre() {
        List<JsonNode> lists = scene.telegram().calls("setMyCommands");

        assertThat(lists).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lists.get(0).path("commands").findValuesAsText("command")).contains("help", "eco");
        assertThat(lists.get(1).path("language_code").asText()).isEqualTo("en");
        assertThat(lists.get(1).path("commands").toString()).contains("shows everything");
        assertThat(lists.get(2).path("scope").path("chat_id").asLong()).isEqualTo(Scene.OPERATOR);
    }

    @Test
    void refusesTwoCommandsOfOneName() {
        assertThatThrownBy(() -> Scene.in(house, new Echo(), new Echo()))
                .isInstanceOf(MilesbotException.class)
                .hasMessageContaining("/eco");
    }
}
