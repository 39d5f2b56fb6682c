package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.plugin.seatmap.SeatmapFactory;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.PluginSchema;

/** The plug-in seatmap as a stranger's: from what a partner answers to the note that somebody gets. */
class SeatmapAtWorkTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Duration LATER = Duration.ofHours(8);
    private static final String ENTRY = """
            {"Route": {"OriginAirport": "GRU", "DestinationAirport": "LIS"}, "Date": "2027-03-10", "Source": "smiles",
             "YAvailable": false, "WAvailable": false, "FAvailable": false,
             "JAvailable": true, "JMileageCost": "88000", "JTotalTaxes": 41230, "JRemainingSeats": %d, "JAirlines": "TP",
             "JDirect": true, "TaxesCurrency": "BRL", "UpdatedAt": "%s"}""";

    @TempDir
    private Path home;

    private final Household house = new Household();
    private final BotApiServer telegram = BotApiServer.start();
    private final MockWebServer partner = new MockWebServer();
    private final List<String> asked = new ArrayList<>();
    private volatile String entries = "";

    @BeforeEach
    void open() throws IOException {
        new PluginDirectory(home).install("seatmap", PluginDirectory.locationOf(SeatmapFactory.class));
        partner.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        partner.start();
        house.person(7, "");
        PluginSchema.current(house.database(), "seatmap", new SeatmapFactory().migrations())
                .close();
        house.run(
                "insert into plugin_seatmap.watch (chat_id, language, origin, dest, first_day, last_day, cabin, seats,"
                        + " created_at) values (7, 'pt', 'GRU', 'LIS', '2027-03-01', '2027-03-31', 'business', 2, now())");
    }

    @AfterEach
    void close() {
        partner.close();
        telegram.close();
        house.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        if (request.getUrl().encodedPath().equals("/robots.txt")) {
            return new MockResponse.Builder().code(404).build();
        }
        asked.add(request.getUrl().queryParameter("origin_airport") + " "
                + request.getUrl().queryParameter("start_date"));
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("X-RateLimit-Remaining", "900")
                .body("{\"data\": [" + entries + "], \"count\": 1, \"hasMore\": false, \"cursor\": 1}")
                .build();
    }

    private Ended run(Instant at, String... words) {
        Ended ended = CommandRun.in(home, house.test())
                .ticking(at)
                .with("MILESBOT_PLUGIN_FARES_PARTNER_KEY", "key")
                .with(
                        "MILESBOT_PLUGIN_FARES_PARTNER_URL",
                        partner.url("/partnerapi").toString())
                .with("MILESBOT_FETCH_ALLOW_PRIVATE", "*")
                .with("MILESBOT_FETCH_DELAY", "0s")
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .run(words);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    private void comesBy(Instant at, int seats) {
        entries = seats == 0 ? "" : ENTRY.formatted(seats, at.minusSeconds(600));
        run(at, "scrape", "--plugin", "fares_partner", "--plugin", "seatmap");
        run(at, "notify");
    }

    private List<String> told() {
        return telegram.deliveries(7).stream().map(delivery -> delivery.seen()).toList();
    }

    @Test
    void goesFromAnAnswerOfThePartnerToTheNote() {
        comesBy(NOON, 1);
        assertThat(told()).isEmpty();
        assertThat(asked).as("what a plug-in waits for is asked").containsExactly("CGH,GRU,VCP 2027-03-01");

        comesBy(NOON.plus(LATER), 2);
        comesBy(NOON.plus(LATER.multipliedBy(2)), 3);

        assertThat(told())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .contains(
                                "Abriu assento",
                                "10/03/2027 GRU → LIS, executiva: 2 assentos, 88.000 milhas",
                                "Smiles"));

        comesBy(NOON.plus(LATER.multipliedBy(3)), 0);
        comesBy(NOON.plus(LATER.multipliedBy(4)), 2);

        assertThat(told()).hasSize(2);
        assertThat(house.rows("select concat_ws(' ', reason, state) from alert"))
                .containsExactly("note sent", "note sent");
        assertThat(run(NOON, "seatmap", "seats", "GRU", "LIS").out())
                .startsWith("2027-03-10\tbusiness\tsmiles\t2\tt\t88000");
    }
}
