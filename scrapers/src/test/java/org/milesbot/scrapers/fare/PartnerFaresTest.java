package org.milesbot.scrapers.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.fare.AirportPair;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.Page;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.scrapers.fetch.FetchSettings;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.scrapers.recording.Recordings;

class PartnerFaresTest {

    static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    private static final SettableClock CLOCK = SettableClock.at(Recorded.SAVED);
    private static final FetchSettings SETTINGS = FetchSettings.defaults(URI.create("https://example.org/bot"))
            .withPrivateHosts(Set.of("*"))
            .withPoliteness(Politeness.NONE);

    @TempDir
    private Path folder;

    static SortedSet<String> airports(String... codes) {
        return new TreeSet<>(Set.of(codes));
    }

    private static FareQuery query(@Nullable Cabin cabin) {
        return new FareQuery(airports("VCP", "GRU"), airports("LIS"), FIRST, LAST, cabin, 1);
    }

    private static FareProvider provider(Map<String, String> settings) {
        return Recorded.provider("fares_partner", settings);
    }

    private static Page page(String address, String text, Map<String, String> headers) {
        URI uri = URI.create(address);
        return new Page(uri, uri, Recorded.SAVED, "application/json", text, headers);
    }

    /** All pages of a query, as a host would ask for them. */
    private static List<FareReading> readAll(FareProvider provider, FareQuery query, HttpFetcher fetcher) {
        List<FareReading> readings = new ArrayList<>();
        List<FetchRequest> open = provider.requests(query);
        while (!open.isEmpty()) {
            FetchResult result = fetcher.fetch(open.get(0));
            assertThat(result).isInstanceOf(Fetched.class);
            FareReading reading = provider.read(((Fetched) result).page());
            readings.add(reading);
            open = reading.next();
        }
        return readings;
    }

    @Test
    void readsARecordedQueryToItsEnd() {
        Recordings recordings =
                Recordings.of("fares_partner.har", new ByteArrayInputStream(Recorded.bytes("fares_partner")));
        try (HttpFetcher fetcher = HttpFetcher.replaying(SETTINGS, CLOCK, recordings)) {
            List<FareReading> readings = readAll(provider(Map.of("key", "sesame")), query(Cabin.BUSINESS), fetcher);
            assertThat(readings).extracting(FareReading::quotaLeft).containsExactly(998, 997);
            assertThat(Recorded.told(readings.get(0).fares()))
                    .containsExactly(
                            "smiles GRU-LIS 2027-03-02 business 185000 R$432.56 seats=2 stops=null TP,LA",
                            "aadvantage GRU-LIS 2027-03-02 business 72000 R$null seats=1 stops=0 TP",
                            "aadvantage GRU-LIS 2027-03-02 business 57500 R$null seats=4 stops=null IB,TP",
                            "azul VCP-LIS 2027-03-03 business 240000 R$null seats=null stops=0 AD",
                            "flyingblue GRU-LIS 2027-03-06 economy 32500 R$null seats=9 stops=null AF,KL",
                            "flyingblue GRU-LIS 2027-03-06 premium_economy 61000 R$null seats=2 stops=null AF",
                            "flyingblue GRU-LIS 2027-03-06 business 98000 R$null seats=1 stops=null AF",
                            "smiles GRU-LIS 2027-03-09 economy 60000 R$null seats=5 stops=null G3,TP");
            assertThat(Recorded.told(readings.get(1).fares()))
                    .contains("smiles GRU-LIS 2027-03-31 business 179000 R$432.56 seats=1 stops=null TP");
            assertThat(Recorded.sentences(readings.get(0).unreadable()))
                    .containsExactly(
                            "The partner’s programme “moonmiles” is not in the table of programmes; its fares are left"
                                    + " out.",
                            "data[7].Date should be a date or a local time, such as 2027-03-15 or 2027-03-15T23:50:00,"
                                    + " but is “2027-02-30”.",
                            "data[8].JMileageCost should be a number that is not negative, such as 75000, but is “sob"
                                    + " consulta”.");
        }
    }

    @Test
    void sendsTheKeyToThePartnerAndShowsItToNobody() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("key"), "sesame-123\n");
        try (MockWebServer server = new MockWebServer();
                HttpFetcher fetcher = HttpFetcher.online(SETTINGS, CLOCK)) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.enqueue(new MockResponse.Builder()
                    .addHeader("X-RateLimit-Remaining", "12")
                    .body("{\"data\":[],\"count\":0,\"hasMore\":false,\"cursor\":1}")
                    .build());
            FareProvider provider = provider(Map.of(
                    "key_file",
                    file.toString(),
                    "url",
                    server.url("/partnerapi/").toString()));
            FetchRequest request = provider.requests(query(null)).get(0);
            assertThat(request.toString()).doesNotContain("sesame");
            FareReading reading = readAll(provider, query(null), fetcher).get(0);
            assertThat(reading).isEqualTo(new FareReading(List.of(), List.of(), List.of(), 12));
            server.takeRequest();
            RecordedRequest asked = server.takeRequest();
            assertThat(asked.getHeaders().get("Partner-Authorization")).isEqualTo("sesame-123");
            assertThat(asked.getTarget())
                    .isEqualTo("/partnerapi/search?origin_airport=GRU,VCP&destination_airport=LIS"
                            + "&start_date=2027-03-01&end_date=2027-03-31&take=1000");
        }
    }

    @Test
    void endsAsBlockedWhenTheQuotaIsUsedUp() throws IOException {
        try (MockWebServer server = new MockWebServer();
                HttpFetcher fetcher = HttpFetcher.online(SETTINGS, CLOCK)) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.enqueue(new MockResponse.Builder()
                    .code(429)
                    .addHeader("Retry-After", "7200")
                    .build());
            FareProvider provider =
                    provider(Map.of("key", "sesame", "url", server.url("/p").toString()));
            FetchResult result = fetcher.fetch(provider.requests(query(null)).get(0));
            assertThat(result).isInstanceOf(Blocked.class);
            assertThat(((Blocked) result).retryAfter()).hasHours(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "economy | &cabins=economy&",
                "premium_economy | &cabins=premium&",
                "business | &cabins=business&",
                "first | &cabins=first&",
                "suite | &end_date=2027-03-31&take"
            })
    void asksForTheCabin(String cabin, String part) {
        assertThat(provider(Map.of("key", "sesame")).requests(query(new Cabin(cabin))))
                .singleElement()
                .satisfies(request -> assertThat(request.uri().toString())
                        .startsWith("https://seats.aero/partnerapi/search?")
                        .contains(part));
    }

    @Test
    void doesNotPageForEver() {
        FareProvider provider = provider(Map.of("key", "sesame"));
        String search = provider.requests(query(null)).get(0).uri().toString();
        String answer = "{\"data\":[{},{}],\"hasMore\":true,\"cursor\":7}";
        assertThat(provider.read(page(search, answer, Map.of())).next())
                .singleElement()
                .satisfies(next -> assertThat(next.uri()).hasToString(search + "&skip=2&cursor=7"));
        assertThat(provider.read(page(search + "&skip=2&cursor=7", answer, Map.of()))
                        .next())
                .singleElement()
                .satisfies(next -> assertThat(next.uri()).hasToString(search + "&skip=4&cursor=7"));
        assertThat(provider.read(page(search + "&skip=4999&cursor=7", answer, Map.of()))
                        .next())
                .isEmpty();
        assertThat(provider.read(page("https://elsewhere.example/search?take=1", answer, Map.of()))
                        .next())
                .isEmpty();
        assertThat(provider.read(page(search, "{\"data\":[],\"hasMore\":true,\"cursor\":7}", Map.of()))
                        .next())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "viele", "-1", "99999999999"})
    void takesANonsensicalQuotaAsNone(String quota) {
        Page page =
                page("https://seats.aero/partnerapi/search", "{\"data\":[]}", Map.of("x-ratelimit-remaining", quota));
        assertThat(provider(Map.of("key", "sesame")).read(page).quotaLeft()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"error\":\"quota\"}", "{\"data\":{}}", "<html>", "{\"data\":[]} x"})
    void refusesWhatIsNoAnswer(String text) {
        Page page = page("https://seats.aero/partnerapi/search", text, Map.of());
        assertThatThrownBy(() -> provider(Map.of("key", "sesame")).read(page))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining("https://seats.aero/partnerapi/search")
                .hasMessageContaining("an answer of the partner’s search");
    }

    @Test
    void contributesNobodyWithoutAKey() {
        assertThat(FareProviders.of("fares_partner", TestingPluginContext.at(CLOCK)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour | red | colour",
                "key | a b | one word",
                "key | chavé | one word",
                "key_file | /nowhere/key | /nowhere/key",
                "url | ftp://seats.aero | should be an address",
                "url | https://me:secret@seats.aero | should be an address",
                "url | https://seats.aero/?a=b | should be an address"
            })
    void refusesWrongSettingsWithoutShowingSecrets(String name, String value, String sentence) {
        assertThatThrownBy(() -> provider(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .hasMessageContaining(sentence)
                .hasMessageNotContainingAny("chavé", "a b", "secret@");
    }

    @Test
    void refusesTwoKeys() {
        assertThatThrownBy(() -> provider(Map.of("key", "one", "key_file", "/two")))
                .hasMessageContaining("not both");
        assertThat(PartnerSettings.of(Map.of("key", "sesame")).toString()).doesNotContain("sesame");
    }

    @Test
    void knowsEveryProgrammeUnderOneSlug() {
        assertThat(Rows.byName("programmes.txt"))
                .containsEntry("american", "aadvantage")
                .containsEntry("smiles", "smiles")
                .containsEntry("singapore", "krisflyer")
                .hasSizeGreaterThan(20);
        assertThat(Rows.byName("programmes.txt").values()).doesNotHaveDuplicates();
    }

    @Test
    void asksAboutTheNamedProgrammesOnly() {
        FareProvider provider = provider(
                Map.of("key", "sesame", "url", "https://p.example.org/api", "programmes", "virgin_atlantic, smiles"));

        assertThat(provider.requests(query(null)).get(0).uri().toString())
                .contains("&sources=smiles,virginatlantic&take=1000");
        assertThat(provider.coverage())
                .extracting(request -> request.uri().toString())
                .containsExactly(
                        "https://p.example.org/api/routes?source=smiles",
                        "https://p.example.org/api/routes?source=virginatlantic");
        assertThat(provider.sweep(FIRST, LAST))
                .extracting(request -> request.uri().toString())
                .hasSize(4)
                .startsWith(
                        "https://p.example.org/api/availability?source=smiles&start_date=2027-03-01&end_date=2027-03-31"
                                + "&origin_region=South%20America&take=1000",
                        "https://p.example.org/api/availability?source=smiles&start_date=2027-03-01&end_date=2027-03-31"
                                + "&destination_region=South%20America&take=1000");
        assertThat(provider.coverage().get(0).toString()).doesNotContain("sesame");
    }

    @Test
    void surveysNothingWhereNoProgrammeIsNamed() {
        FareProvider provider = provider(Map.of("key", "sesame"));

        assertThat(provider.coverage()).isEmpty();
        assertThat(provider.sweep(FIRST, LAST)).isEmpty();
    }

    @Test
    void readsWhichRoutesThereAre() {
        FareProvider provider = provider(Map.of("key", "sesame", "programmes", "smiles"));

        FareReading reading = provider.read(
                page("https://seats.aero/partnerapi/routes?source=smiles", """
                [{"ID":"a","OriginAirport":"GRU","OriginRegion":"South America","DestinationAirport":"LIS",
                  "DestinationRegion":"Europe","NumDaysOut":330,"Distance":4927,"Source":"smiles"},
                 {"ID":"b","OriginAirport":"VCP","DestinationAirport":"MCO","Source":"smiles"},
                 {"ID":"c","OriginAirport":"GRU","DestinationAirport":"LIS","Source":"azul"},
                 {"ID":"d","OriginAirport":"São Paulo","DestinationAirport":"LIS"},
                 {"ID":"e"}]
                """, Map.of("x-ratelimit-remaining", "7")));

        assertThat(reading.routes())
                .containsExactlyInAnyOrder(new AirportPair("GRU", "LIS"), new AirportPair("VCP", "MCO"));
        assertThat(reading.unreadable()).hasSize(2);
        assertThat(reading.quotaLeft()).isEqualTo(7);
        assertThat(reading.next()).isEmpty();
    }

    @Test
    void readsAllThatAProgrammeHasPageAfterPage() {
        FareProvider provider = provider(Map.of("key", "sesame", "programmes", "smiles"));
        String first = provider.sweep(FIRST, LAST).get(0).uri().toString();
        String body = """
                {"data":[{"Source":"smiles","Date":"2027-03-02","Route":{"OriginAirport":"GRU","DestinationAirport":"LIS"},
                  "JAvailable":true,"JMileageCost":"185000","JRemainingSeats":2}],"hasMore":true,"cursor":1790000000}
                """;

        FareReading reading = provider.read(page(first, body, Map.of()));

        assertThat(reading.fares()).hasSize(1);
        assertThat(reading.next())
                .extracting(request -> request.uri().toString())
                .containsExactly(first + "&skip=1&cursor=1790000000");
        assertThat(provider.read(page(first + "&skip=5000&cursor=1", body, Map.of()))
                        .next())
                .as("more than a query may cost")
                .hasSize(1);
        assertThat(provider.read(page(first + "&skip=19999&cursor=1", body, Map.of()))
                        .next())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"smilles,'did you mean “smiles”?'", "qualquer_coisa_boa,'The programmes are aadvantage, aeromexico,'"})
    void refusesAProgrammeThatThePartnerDoesNotHave(String programme, String said) {
        assertThatThrownBy(() -> provider(Map.of("key", "sesame", "programmes", programme)))
                .isInstanceOfSatisfying(MilesbotException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
                    assertThat(e.text().in(Locale.ENGLISH)).contains(said);
                });
    }
}
