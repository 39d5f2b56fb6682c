package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
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
import org.milesbot.scrapers.fare.FareProviders;
import org.milesbot.store.alert.Household;

/** From what a partner answers to what people are told, with a server that answers as the partner does. */
@TestInstance(Lifecycle.PER_CLASS)
final class FaresCommandTest {

    private static final String KEY = "not-to-be-told";
    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final String ENTRY = """
            {"Route": {"OriginAirport": "%s", "DestinationAirport": "%s"}, "Date": "%s", "Source": "smiles",
             "YAvailable": false, "YMileageCost": "0", "WAvailable": false, "FAvailable": false,
             "JAvailable": true, "JMileageCost": "%d", "JTotalTaxes": 41230, "JRemainingSeats": 2, "JAirlines": "TP",
             "JDirect": true, "TaxesCurrency": "BRL", "UpdatedAt": "2026-11-21T14:00:00Z"}""";

    private final Household house = new Household();
    private final List<String> asked = new ArrayList<>();
    private MockWebServer partner = new MockWebServer();
    private BotApiServer telegram = BotApiServer.start();
    private volatile int code = 200;
    private volatile long miles = 80_000;

    @TempDir
    Path home;

    @BeforeEach
    void open() throws IOException {
        telegram = BotApiServer.start();
        partner = new MockWebServer();
        partner.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        partner.start();
        code = 200;
        miles = 80_000;
        asked.clear();
    }

    @AfterEach
    void clear() {
        partner.close();
        telegram.close();
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        if (request.getUrl().encodedPath().equals("/robots.txt")) {
            return new MockResponse.Builder().code(404).build();
        }
        String key = request.getHeaders().get("Partner-Authorization");
        asked.add(request.getUrl().queryParameter("origin_airport") + "-"
                + request.getUrl().queryParameter("destination_airport") + " "
                + request.getUrl().queryParameter("start_date"));
        if (code != 200 || !KEY.equals(key)) {
            return new MockResponse.Builder().code(code == 200 ? 401 : code).build();
        }
        boolean isThere = Objects.requireNonNull(request.getUrl().queryParameter("origin_airport"))
                .contains("GRU");
        String start = Objects.requireNonNull(request.getUrl().queryParameter("start_date"));
        boolean isMarch = start.equals("2027-03-01");
        String entry = isThere
                ? ENTRY.formatted("GRU", "LIS", "2027-03-10", miles)
                : ENTRY.formatted("LIS", "GRU", "2027-03-20", miles + 5_000);
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("X-RateLimit-Remaining", "900")
                .body("{\"data\": [" + (isMarch ? entry : "") + "], \"count\": 1, \"hasMore\": false, \"cursor\": 1}")
                .build();
    }

    private CommandRun command() {
        return CommandRun.in(home, house.test())
                .ticking(NOON)
                .with("MILESBOT_PLUGIN_FARES_PARTNER_KEY", KEY)
                .with(
                        "MILESBOT_PLUGIN_FARES_PARTNER_URL",
                        partner.url("/partnerapi").toString())
                .with("MILESBOT_FETCH_ALLOW_PRIVATE", "*")
                .with("MILESBOT_FETCH_DELAY", "0s")
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString());
    }

    private long waitsForLisbon(long telegramId, String settings) {
        long person = house.person(telegramId, settings);
        house.run(
                "insert into user_route (user_id, origins, dests, cabin, max_miles, travel_from, travel_to)"
                        + " values (?, '{SAO}', '{LIS}', 'business', 90000, '2027-03-01', '2027-03-31')",
                person);
        return person;
    }

    @Test
    void showsWhatAPartnerTellsAndAsksOnce() {
        Ended first = command().run("fares", "GRU", "LIS", "2027-03", "--cabin", "business", "--max", "90k");
        Ended second = command().run("fares", "GRU", "LIS", "2027-03", "executiva", "--json");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("10/03/2027", "GRU → LIS", "Smiles", "80.000", "412,30", "TP");
        assertThat(second.lines()).singleElement().asString().contains("\"miles\":80000", "\"seats\":2");
        assertThat(asked).as("the second answer was known").containsExactly("GRU-LIS 2027-03-01");
        assertThat(first.out() + first.err() + second.err()).doesNotContain(KEY);
    }

    @Test
    void putsThereAndBackTogether() {
        Ended run = command().run("fares", "GRU", "LIS", "2027-03-05..2027-03-15", "m7", "M14");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("165.000", "10/03/2027", "20/03/2027");
    }

    @Test
    void reckonsTheBestWayToPay() {
        house.told("2026-11-21", "livelo 100/60 2026-11-21..2026-11-30");

        Ended run = command()
                .run(
                        "fares",
                        "GRU",
                        "LIS",
                        "2027-03",
                        "--holding",
                        "livelo=50k,smiles=10000",
                        "--worth",
                        "livelo=30,smiles=18");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("80.000", "10.000", "70.000", "Livelo");
    }

    @Test
    void goesOnWithoutAPartnerThatFails() {
        command().run("fares", "GRU", "LIS", "2027-03");
        code = 429;

        Ended known = command().run("fares", "GRU", "LIS", "2027-03..2027-04");
        Ended unknown = command().run("fares", "REC", "MAD", "2027-03");
        Ended offline = command().run("fares", "REC", "MAD", "2027-03", "--offline");

        assertThat(known.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(known.out()).contains("80.000");
        assertThat(known.err()).contains("429");
        assertThat(unknown.exitCode())
                .as("left alone since, which is no failure")
                .isZero();
        assertThat(unknown.err()).contains("fares_partner", "Nenhuma tarifa assim");
        assertThat(offline.exitCode()).isZero();
        assertThat(asked).hasSize(2);
    }

    @Test
    void saysWhatARightQueryLooksLike() {
        Ended none = command().run("fares");
        Ended wrong = command().run("fares", "GRU", "LIS", "2027-03", "executiv");

        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("milesbot fares GRU LIS 2027-03");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("executiv", "GRU LIS 2027-03 executiva");
        assertThat(asked).isEmpty();
    }

    @Test
    void readsWhatSomebodySaved() throws IOException {
        Path har = home.resolve("fares_smiles.har");
        try (InputStream recording =
                Objects.requireNonNull(FareProviders.recording("fares_smiles")).openStream()) {
            Files.copy(recording, har);
        }
        Path notes = Files.writeString(home.resolve("notas.txt"), "nada aqui");

        Ended dry = command().run("fares", "import", har.toString(), "--dry-run", "--json");
        Ended run = command().run("fares", "import", har.toString(), notes.toString());
        Ended known = command().run("fares", "GRU", "LIS", "2027-03", "--offline", "--json");

        assertThat(dry.lines()).isNotEmpty();
        assertThat(dry.err()).contains("Nada foi guardado");
        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("fares_smiles.har", "notas.txt");
        assertThat(known.out()).contains("\"provider\":\"fares_smiles\"").contains("\"program\":\"smiles\"");
    }

    @Test
    void tellsThoseWhoWaitForARouteOnceADay() {
        waitsForLisbon(1, "");
        waitsForLisbon(2, "");

        Ended scraped = command().run("scrape", "--plugin", "fares_partner");
        Ended again = command().run("scrape", "--plugin", "fares_partner");
        Ended told = command().run("notify");
        Ended nothing = command().run("notify");

        assertThat(scraped.exitCode()).as(scraped.err()).isZero();
        assertThat(again.exitCode()).isZero();
        assertThat(asked).as("what both want is asked once").hasSize(1);
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(telegram.deliveries(1))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.seen()).contains("GRU → LIS", "10/03/2027", "80.000", "teto de 90.000"));
        assertThat(telegram.deliveries(2)).hasSize(1);
        assertThat(nothing.err()).contains("nenhuma mensagem enviada");
        assertThat(telegram.deliveries(1)).extracting(Delivery::isSilent).hasSize(1);
    }
}
