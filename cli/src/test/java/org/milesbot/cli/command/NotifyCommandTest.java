package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Fault;
import org.milesbot.store.alert.Broadcasts;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class NotifyCommandTest {

    private static final String OFFER = "livelo 80/60 2026-11-21..2026-11-30";
    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T03:00:00Z");

    private final Household house = new Household();
    private BotApiServer telegram = BotApiServer.start();

    @TempDir
    Path home;

    @BeforeEach
    void open() {
        telegram = BotApiServer.start();
    }

    @AfterEach
    void clear() {
        telegram.close();
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private CommandRun command() {
        return CommandRun.in(home, house.test())
                .ticking(NOON)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString());
    }

    private void promo() {
        house.told("2026-11-21", OFFER);
    }

    private List<String> states() {
        return house.rows("select concat_ws(': ', state, note) from alert order by user_id, id");
    }

    @Test
    void tellsEachPersonOnce() {
        house.person(1, "tiers = '{smiles:club}'");
        house.person(-2, "language = 'en', level_new = 'silent'");
        promo();

        Ended first = command().run("notify");
        Ended second = command().run("notify");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("2 alertas novos", "2 mensagens enviadas");
        assertThat(second.err()).contains("nenhuma novidade", "nenhuma mensagem enviada");
        assertThat(telegram.deliveries(1)).singleElement().satisfies(message -> {
            assertThat(message.seen()).contains("Smiles", "80%", "Livelo", "30/11", "Relevância");
            assertThat(message.isSilent()).isFalse();
            assertThat(message.buttons())
                    .contains("why:1", "mute:smiles", "remind:" + house.promo(), "https://example.org/passageiro");
        });
        assertThat(telegram.deliveries(-2)).singleElement().satisfies(message -> {
            assertThat(message.seen()).containsIgnoringCase("until");
            assertThat(message.isSilent()).isTrue();
        });
        assertThat(states()).containsExactly("sent", "sent");
    }

    @Test
    void answersTheFirstMessageWhenSomethingChanges() {
        house.person(1, "");
        promo();
        command().run("notify");
        house.told("2026-11-22", "livelo 100/60 2026-11-21..2026-11-30");

        command().ticking(NOON.plusSeconds(86_400)).run("notify");

        List<Delivery> messages = telegram.deliveries(1);
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).seen()).contains("de 80% para 100%");
        assertThat(messages.get(1).answers()).isEqualTo(messages.get(0).messageId());
    }

    @Test
    void sendsNothingMoreToWhoBlockedTheBot() {
        house.person(1, "");
        house.person(2, "");
        promo();
        telegram.always(1, Fault.Refusal.blocked());

        Ended ended = command().run("notify");
        house.told("2026-11-21T13:00", "esfera 70/70 2026-11-21..2026-11-30");
        command().ticking(NOON.plusSeconds(7_200)).run("notify");

        assertThat(ended.exitCode()).isZero();
        assertThat(telegram.deliveries(2)).hasSize(2);
        assertThat(telegram.calls("sendMessage"))
                .filteredOn(call -> call.path("chat_id").asLong() == 1)
                .hasSize(1);
        assertThat(house.rows("select disabled_why from app_user where telegram_id = 1"))
                .singleElement()
                .asString()
                .contains("blocked");
    }

    @Test
    void sendsWhatTheOperatorsTellEverybody() {
        house.person(1, "level_new = 'silent'");
        house.person(2, "quiet_from = '11:00', quiet_to = '13:00', digest = 'daily', digest_at = '13:30'");
        new Broadcasts(house.database()).send("Olá <todos>!\n\nAté & logo", NOON);
        command().run("notify");
        promo();

        command().ticking(NOON.plusSeconds(3_600)).run("notify");

        assertThat(telegram.deliveries(1))
                .extracting(Delivery::seen)
                .first()
                .isEqualTo("📣 Olá <todos>!\n \nAté & logo");
        assertThat(telegram.deliveries(1)).hasSize(2);
        assertThat(telegram.deliveries(2))
                .extracting(Delivery::seen)
                .first()
                .asString()
                .startsWith("📣 Olá <todos>!");
    }

    @Test
    void keepsWhatIsRefusedForTheOperator() {
        house.person(1, "");
        promo();
        telegram.next(1, new Fault.Refusal(400, "Bad Request: can't parse entities"));

        Ended ended = command().with("MILESBOT_OPERATOR_CHAT", "99").run("notify");
        Ended list = command().run("notify", "dead", "list");
        Ended forgotten = command().run("notify", "dead", "retry");
        Ended retried = command().run("notify", "dead", "retry", "--all");
        command().ticking(NOON.plusSeconds(60)).run("notify");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(ended.err()).contains("milesbot notify dead list");
        assertThat(telegram.deliveries(99))
                .singleElement()
                .satisfies(message -> assertThat(message.seen()).contains("can't parse entities"));
        assertThat(list.out()).contains("can't parse entities", "Smiles dá bônus");
        assertThat(forgotten.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(retried.err()).contains("um alerta volta");
        assertThat(telegram.deliveries(1)).hasSize(1);
    }

    @Test
    void leavesAloneExactlyTheChatThatIsFlooded() {
        house.person(1, "");
        house.person(2, "");
        promo();
        telegram.next(1, new Fault.SlowDown(2));

        Ended ended = command().run("notify");

        assertThat(ended.exitCode()).isZero();
        assertThat(telegram.deliveries(1)).hasSize(1);
        assertThat(telegram.deliveries(2)).hasSize(1);
        assertThat(telegram.counts().impatient()).isZero();
        long between = telegram.deliveries(1).get(0).at().toEpochMilli()
                - telegram.deliveries(2).get(0).at().toEpochMilli();
        assertThat(between).isGreaterThanOrEqualTo(1_900);
        assertThat(house.rows("select attempts from alert")).containsExactly("1", "1");
    }

    @Test
    void triesAgainWhatDidNotGetThrough() {
        house.person(1, "");
        house.person(2, "");
        promo();
        telegram.next(1, new Fault.Page(502));
        telegram.next(2, new Fault.Cut(false, false));

        Ended ended = command().run("notify");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(telegram.deliveries()).hasSize(2);
        assertThat(states()).containsExactly("sent", "sent");
    }

    @Test
    void followsAGroupToItsNewNumber() {
        house.person(-5, "");
        promo();
        telegram.always(-5, new Fault.Migrated(-1_005));

        command().run("notify");

        assertThat(telegram.deliveries(-1_005)).hasSize(1);
        assertThat(house.rows("select telegram_id from app_user")).containsExactly("-1005");
    }

    @Test
    void saysWhatIsWrongWithTheWayToTelegramAndLosesNothing() throws Exception {
        house.person(1, "");
        promo();

        Ended none = command().with("TELEGRAM_BOT_TOKEN", "").run("notify");
        Ended wrong = command()
                .with("TELEGRAM_BOT_TOKEN", "1:WRONGwrongWRONGwrongWRONGwrongWRONGwr")
                .run("notify");

        assertThat(none.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(none.err()).contains("TELEGRAM_BOT_TOKEN");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(wrong.err()).doesNotContain("WRONGwrong");
        assertThat(house.rows("select state from alert")).containsExactly("due");

        command().ticking(NOON.plusSeconds(60)).run("notify");
        assertThat(telegram.deliveries(1)).hasSize(1);
    }

    @Test
    void givesUpTheRunWhenNobodyCanBeReached() throws Exception {
        for (int person = 1; person <= 40; person++) {
            house.person(person, "");
        }
        promo();
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        Ended ended = command()
                .with("MILESBOT_TELEGRAM_URL", "http://127.0.0.1:" + closed)
                .run("notify");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.EXTERNAL);
        assertThat(house.rows("select distinct state from alert where state not in ('due', 'failed')"))
                .isEmpty();
        assertThat(house.rows("select count(*) from alert")).containsExactly("40");
    }

    @Test
    void rehearsesWithoutAnyEffect() {
        house.person(1, "");
        house.person(2, "quiet_from = '12:00', quiet_to = '14:00'");
        promo();
        house.told("2026-11-21", "esfera 70/70 2026-11-21..2026-11-30");
        List<String> before = house.rows("select last_id from event_cursor");

        Ended text = command().at(NOON).with("TELEGRAM_BOT_TOKEN", "").run("notify", "--dry-run");
        Ended json = command().at(NOON).run("notify", "--dry-run", "--json");

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out()).contains("21/11/2026 12:00:00 → 1", "21/11/2026 14:00:00 → 2", "[Abrir]");
        assertThat(text.err()).contains("3 mensagens sairiam");
        assertThat(json.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"at\":\"2026-11-21T1"));
        assertThat(house.rows("select count(*) from alert")).containsExactly("0");
        assertThat(house.rows("select last_id from event_cursor")).isEqualTo(before);
        assertThat(telegram.counts().calls()).isZero();
    }

    @Test
    void holdsWhatComesAtNightAndCatchesUpInTheMorning() {
        house.person(1, "quiet_from = '22:00', quiet_to = '07:00'");
        house.told("2026-11-21T23:00", OFFER);
        house.told("2026-11-21T23:10", "esfera 70/70 2026-11-21..2026-11-30");
        house.told("2026-11-21T23:20", "itau 70/70 2026-11-21..2026-11-22T06:00");

        command().ticking(MIDNIGHT).run("notify");
        assertThat(telegram.deliveries()).isEmpty();
        command().ticking(MIDNIGHT.plusSeconds(7 * 3_600)).run("notify");

        assertThat(telegram.deliveries(1))
                .singleElement()
                .satisfies(message -> assertThat(message.seen())
                        .contains("Livelo", "Esfera", "Uma promoção acabou nesse meio-tempo"));
    }

    @Test
    void saysWhyAndWhyNot() {
        house.person(1, "");
        house.person(2, "programs = '{azul}'");
        promo();
        command().run("notify");
        String promo = house.promo().toString().substring(0, 8);

        Ended told = command().run("notify", "--explain", "1", promo);
        Ended untold = command().run("notify", "--explain", "2", promo, "--json");
        Ended nobody = command().run("notify", "--explain", "3", promo);
        Ended wrong = command().run("notify", "--explain", "ana", promo);

        assertThat(told.out()).contains("Relevância", "✓ segue o programa", "created: enviado em 21/11/2026");
        assertThat(untold.out()).contains("\"program\":false", "\"alerts\":[]", "\"score_parts\":{\"freshness\"");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("ana", "milesbot notify --explain");
    }

    @Test
    void tellsTheOperatorOfSourcesAndNobodyElse() {
        house.person(1, "kinds = '{}'");
        command().with("MILESBOT_OPERATOR_CHAT", "99").run("notify");
        house.run("""
                insert into source_notice (plugin, source, kind, written_at, since, failures, outcome, problem)
                values ('blogs', 'passageiro', 'failing', now(), now(), 3, 'timed_out', 'no answer <b>')""");

        command().with("MILESBOT_OPERATOR_CHAT", "99").run("notify");
        command().with("MILESBOT_OPERATOR_CHAT", "99").run("notify");

        assertThat(telegram.deliveries()).singleElement().satisfies(message -> {
            assertThat(message.chatId()).isEqualTo(99);
            assertThat(message.seen()).contains("passageiro", "no answer <b>");
        });
    }
}
