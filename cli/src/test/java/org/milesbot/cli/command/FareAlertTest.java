package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.store.alert.Broadcasts;
import org.milesbot.store.alert.FareMatches;
import org.milesbot.store.alert.Household;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.StoredFare;

/** From a fare that was stored to the message about it. */
@TestInstance(Lifecycle.PER_CLASS)
class FareAlertTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 10);

    private final Household house = new Household();
    private final Fares fares = new Fares(house.database());
    private final FareMatches matches = new FareMatches(house.database(), Map.of("GRU", "SAO", "LIS", "LIS"));
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

    private Ended told(Instant at) {
        Ended ended = CommandRun.in(home, house.test())
                .ticking(at)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .run("notify");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    private void seen(Instant at, long... miles) {
        List<AwardFare> seen = IntStream.range(0, miles.length)
                .mapToObj(i -> new AwardFare(
                        new ProgramId("smiles"),
                        "GRU",
                        "LIS",
                        MARCH.plusDays(i),
                        Cabin.BUSINESS,
                        miles[i],
                        new BigDecimal("350"),
                        2,
                        1,
                        List.of("TP"),
                        at,
                        URI.create("https://example.org/book")))
                .toList();
        matches.match(
                fares.store("partner", seen, at).stream().map(StoredFare::id).toList(), at);
    }

    private void waiting(String settings) {
        long user = house.person(1, settings);
        house.run(
                "insert into user_route (user_id, origins, dests, max_miles) values (?, '{SAO}', '{LIS}', 90000)",
                user);
    }

    private List<String> messages() {
        return telegram.deliveries(1).stream().map(Delivery::seen).toList();
    }

    private List<String> states() {
        return house.rows("select concat_ws(': ', state, note) from alert order by user_id, id");
    }

    @Test
    void tellsOfAFareOnceADay() {
        waiting("");
        seen(NOON, 82_000);

        told(NOON);
        seen(NOON.plusSeconds(60), 82_000);
        told(NOON.plusSeconds(60));

        assertThat(telegram.deliveries(1)).singleElement().satisfies(message -> {
            assertThat(message.seen())
                    .contains("GRU → LIS", "Smiles", "82.000 milhas", "executiva", "uma parada", "teto de 90.000");
            assertThat(message.buttons()).contains("https://example.org/book", "mute:smiles");
            assertThat(message.isSilent()).isFalse();
        });
        seen(NOON.plus(DAY), 95_000);
        told(NOON.plus(DAY));
        seen(NOON.plus(DAY.multipliedBy(2)), 82_000);
        told(NOON.plus(DAY.multipliedBy(2)));
        assertThat(messages()).hasSize(2);
        assertThat(states()).containsExactly("sent", "sent");
    }

    @Test
    void tellsSeveralFaresInOneMessage() {
        waiting("level_new = 'silent'");
        seen(NOON, 82_000, 81_000, 95_000);

        told(NOON);

        assertThat(telegram.deliveries(1)).singleElement().satisfies(message -> {
            assertThat(message.seen())
                    .contains("Passagens nas suas rotas: 2", "81.000 milhas", "82.000 milhas")
                    .doesNotContain("95.000 milhas");
            assertThat(message.isSilent()).isTrue();
        });
        assertThat(states()).containsExactly("sent", "sent");
    }

    @Test
    void waitsForTheEndOfQuietHoursAndTellsWhatIsLeftByThen() {
        waiting("quiet_from = '22:00', quiet_to = '07:00'");
        seen(MIDNIGHT, 82_000, 81_000, 80_000);
        told(MIDNIGHT);
        assertThat(messages()).isEmpty();
        Instant morning = MIDNIGHT.plus(Duration.ofHours(7));
        seen(morning, 70_000, 99_000);
        fares.gone(
                "partner",
                new FareQuery(
                        new TreeSet<>(List.of("GRU")),
                        new TreeSet<>(List.of("LIS")),
                        MARCH,
                        MARCH.plusDays(30),
                        null,
                        1),
                morning,
                morning);

        told(morning);

        assertThat(messages())
                .singleElement()
                .asString()
                .contains("70.000 milhas")
                .doesNotContain("99.000", "80.000");
        assertThat(states())
                .containsExactlyInAnyOrder(
                        "sent", "expired: the fare is dearer by now", "expired: the fare is not there any more");
    }

    @Test
    void comesTogetherWithPromosAndWhatOperatorsTell() {
        waiting("quiet_from = '22:00', quiet_to = '07:00'");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        seen(MIDNIGHT, 82_000);
        told(MIDNIGHT);
        new Broadcasts(house.database()).send("Olá!", MIDNIGHT);

        Instant morning = MIDNIGHT.plus(Duration.ofHours(7));
        told(morning);
        told(morning.plusSeconds(60));

        assertThat(String.join("\n", messages())).contains("Olá!", "Livelo", "82.000 milhas");
        assertThat(states()).containsOnly("sent");
    }

    @Test
    void isExplainedWithoutBreakingAnything() {
        waiting("");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        seen(NOON, 82_000);
        told(NOON);

        Ended why = CommandRun.in(home, house.test())
                .ticking(NOON)
                .run("notify", "--explain", "1", house.promo().toString());

        assertThat(why.exitCode()).as(why.err()).isZero();
    }
}
