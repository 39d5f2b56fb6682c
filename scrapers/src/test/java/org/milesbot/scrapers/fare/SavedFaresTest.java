package org.milesbot.scrapers.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.fare.FareRate;
import org.milesbot.scrapers.fare.SavedFares.Found;
import org.milesbot.scrapers.source.BuiltinSources;

class SavedFaresTest {

    private final SavedFares reader =
            new SavedFares(Stream.of("fares_american", "fares_azul", "fares_latam", "fares_partner", "fares_smiles")
                    .map(Recorded::provider)
                    .toList());

    private Found recorded(String id) {
        Found found = reader.read(id + ".har", Recorded.bytes(id), Recorded.SAVED);
        assertThat(found.fares()).containsOnlyKeys(id);
        return found;
    }

    private Found read(String name, String text) {
        return reader.read(name, text.getBytes(StandardCharsets.UTF_8), Recorded.SAVED);
    }

    @Test
    void readsTheSearchOfSmiles() {
        Found found = recorded("fares_smiles");
        assertThat(Recorded.told(found.all()))
                .containsExactly(
                        "smiles GRU-LIS 2027-03-15 business 198000 R$389.57 seats=2 stops=0 TP",
                        "smiles GRU-LIS 2027-03-15 economy 150000 R$null seats=2 stops=1 AF",
                        "smiles GRU-GIG 2027-03-15 economy 9900 R$38.27 seats=9 stops=0 G3",
                        "smiles EZE-GRU 2027-03-20 economy 22000 R$null seats=2 stops=0 G3");
        assertThat(Recorded.sentences(found.unreadable()))
                .hasSize(3)
                .anyMatch(
                        each -> each.startsWith("requestedFlightSegmentList[0].flightList[6].departure.date should be")
                                && each.endsWith("“15/03/2027 22:00”."))
                .anyMatch(each -> each.endsWith("“2027-03-16T02:30:00Z”."))
                .anyMatch(each -> each.contains("flightList[8].cabin names a cabin that is not known: “CONFORTO”"));
        assertThat(found.unknown()).isEqualTo(2);
        assertThat(found.all().get(0).fetchedAt()).isEqualTo("2026-11-20T12:00:05Z");
        assertThat(found.all()).extracting(AwardFare::link).containsOnlyNulls();
    }

    @Test
    void readsTheSearchOfLatamPass() {
        Found found = recorded("fares_latam");
        assertThat(Recorded.told(found.all()))
                .containsExactly(
                        "latam_pass GRU-LIS 2027-03-15 economy 68500 R$298.40 seats=null stops=0 LA",
                        "latam_pass GRU-LIS 2027-03-15 business 231000 R$455.10 seats=null stops=0 LA",
                        "latam_pass GRU-LIS 2027-03-15 premium_economy 120500 R$null seats=null stops=1 LA,IB",
                        "latam_pass GRU-LIS 2027-03-15 economy 88000 R$null seats=null stops=2 LA");
        assertThat(Recorded.sentences(found.unreadable()))
                .containsExactly(
                        "content[4].summary.brands[0].cabin.label names a cabin that is not known: “Sala VIP”.",
                        "content[5].summary.origin.iataCode should be the code of an airport in three capital letters,"
                                + " such as GRU, but is “gru”.",
                        "content[6].summary.origin.iataCode is missing.");
    }

    @Test
    void readsTheSearchOfAzul() {
        Found found = recorded("fares_azul");
        assertThat(Recorded.told(found.all()))
                .containsExactly(
                        "azul VCP-LIS 2027-03-15 economy 139000 R$67.40 seats=null stops=0 AD",
                        "azul VCP-LIS 2027-03-15 business 310000 R$67.40 seats=1 stops=0 AD",
                        "azul VCP-LIS 2027-03-15 economy 150000 R$null seats=null stops=1 AD,TP",
                        "azul VCP-LIS 2027-03-15 economy 88000 R$null seats=null stops=2 AD,UX");
        assertThat(Recorded.sentences(found.unreadable()))
                .hasSize(2)
                .anyMatch(each -> each.contains("points.amount should be a number that is not negative"))
                .anyMatch(each -> each.contains("is a flight from VCP to itself"));
    }

    @Test
    void readsTheSearchOfAmerican() {
        Found found = recorded("fares_american");
        assertThat(Recorded.told(found.all()))
                .containsExactly(
                        "aadvantage GRU-JFK 2027-03-15 economy 30000 R$165.30 seats=null stops=0 AA",
                        "aadvantage GRU-JFK 2027-03-15 business 57500 R$null seats=2 stops=0 AA",
                        "aadvantage GRU-JFK 2027-03-15 economy 49500 R$null seats=7 stops=1 AA",
                        "aadvantage GRU-JFK 2027-03-15 premium_economy 41000 R$null seats=9 stops=0 JJ");
        assertThat(Recorded.sentences(found.unreadable()))
                .containsExactly(
                        "slices[2].segments is missing.",
                        "slices[3].pricingDetail[0].productType names a cabin that is not known: “SKYCOUCH”.",
                        "slices[3].pricingDetail[1].perPassengerAwardPoints should be a whole number, such as 75000, but"
                                + " is “12.5”.",
                        "slices[3].pricingDetail[2] has a number beyond belief: 99999999999.");
    }

    @Test
    void readsWhatAPartnerAnswered() {
        Found found = recorded("fares_partner");
        assertThat(found.all()).hasSize(10);
        assertThat(found.unknown()).isZero();
    }

    @Test
    void readsAnAnswerThatWasSavedAlone() {
        Found found = read("busca latam.json", """
                {"content":[{"summary":{"origin":{"iataCode":"GRU","departure":"2027-03-15T23:30"},
                 "destination":{"iataCode":"LIS"},"brands":[{"cabin":{"label":"Economy"},
                 "price":{"currency":"LOYALTY_POINTS","amount":68500}}]}}]}""");
        assertThat(Recorded.told(found.all()))
                .containsExactly("latam_pass GRU-LIS 2027-03-15 economy 68500 R$null seats=null stops=null ");
        assertThat(found.all().get(0).fetchedAt()).isEqualTo(Recorded.SAVED);
    }

    @Test
    void readsACompressedHar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(Recorded.bytes("fares_azul"));
        }
        assertThat(reader.read("azul.har.gz", out.toByteArray(), Recorded.SAVED).all())
                .hasSize(4);
    }

    @Test
    void readsAFareThatAPageStatesInFull() {
        Found found = read("promo.html", """
                <!DOCTYPE html><html lang="pt-BR"><head><title>Smiles: São Paulo a Lisboa na executiva</title></head>
                <body><main><article><h1>Passagem na classe executiva por 90 mil milhas Smiles</h1>
                <p>Voo de GRU para LIS em classe executiva por 90.000 milhas Smiles o trecho, embarque em 15/03/2027,
                taxas de R$ 389,57.</p></article></main></body></html>""");
        assertThat(found.fares()).containsOnlyKeys("fares_smiles");
        assertThat(Recorded.told(found.all()))
                .containsExactly("smiles GRU-LIS 2027-03-15 business 90000 R$389.57 seats=null stops=null ");
    }

    @Test
    void readsWhatThePagesOfTheProgrammesState() throws IOException {
        List<String> told = new ArrayList<>();
        for (String id : List.of("fares_azul", "fares_latam", "fares_smiles")) {
            try (InputStream har = BuiltinSources.recordings(id).get(0).openStream()) {
                told.addAll(Recorded.told(reader.read(id + ".har", har.readAllBytes(), Recorded.SAVED)
                        .all()));
            }
        }
        assertThat(told)
                .containsExactly(
                        "azul VCP-LIS 2027-04-12 economy 99000 R$410.00 seats=null stops=null ",
                        "azul CNF-SSA 2027-03-03 economy 6000 R$null seats=null stops=null ",
                        "azul VCP-FLL 2027-06-20 business 190000 R$null seats=null stops=null ",
                        "latam_pass GRU-MAD 2027-05-10 economy 62000 R$298.40 seats=null stops=null ",
                        "latam_pass BSB-FOR 2027-02-22 economy 9000 R$null seats=null stops=null ",
                        "smiles GRU-LIS 2027-03-15 business 98000 R$389.57 seats=null stops=null ",
                        "smiles GIG-AEP 2027-04-08 economy 11500 R$null seats=null stops=null ");
    }

    @Test
    void leavesAFareThatAPageStatesInPartAPromo() {
        Found found = read("promo.html", """
                <!DOCTYPE html><html lang="pt-BR"><head><title>Passagens Smiles</title></head>
                <body><main><article><h1>Passagens para Lisboa a partir de 60 mil milhas Smiles</h1>
                <p>Voos de GRU para LIS por 60.000 milhas Smiles o trecho, embarques entre março e junho de 2027.</p>
                </article></main></body></html>""");
        assertThat(found.unknown()).isZero();
        assertThat(found.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"balance\": 12}", "[]", "<html><body>Olá</body></html>"})
    void saysThatNothingInAFileIsKnown(String text) {
        assertThatThrownBy(() -> read("conta.json", text))
                .isInstanceOfSatisfying(MilesbotException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
                    assertThat(e.text().in(Locale.forLanguageTag("pt-BR")))
                            .startsWith("Nada em conta.json tem uma forma");
                })
                .hasMessageContaining("fares_american, fares_azul, fares_latam, fares_partner, fares_smiles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | neither a HAR file",
                "'' | neither a HAR file",
                "{\"log\": {\"entries\": 1}} | HAR",
                "{\"log\":{\"entries\":[ | JSON"
            })
    void saysWhatIsWrongWithAFile(String text, String sentence) {
        assertThatThrownBy(() -> read("arquivo", text))
                .isInstanceOf(MilesbotException.class)
                .hasMessageContaining("arquivo")
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> reader.read("tudo.har", new byte[SavedFares.MOST_BYTES + 1], Recorded.SAVED))
                .hasMessage("tudo.har is larger than 50 MB; save only the award search, not the whole visit.");
    }

    @Test
    void goesOnAfterAnAnswerThatIsDamaged() {
        String har = new String(Recorded.bytes("fares_smiles"), StandardCharsets.UTF_8);
        Found found = read("cortado.har", har.replaceFirst("\\{\\\\n \\\\\"passenger", "{ passenger"));
        assertThat(Recorded.told(found.all()))
                .containsExactly("smiles EZE-GRU 2027-03-20 economy 22000 R$null seats=2 stops=0 G3");
        assertThat(Recorded.sentences(found.unreadable()))
                .singleElement()
                .asString()
                .contains("an answer of the award search that fares_smiles reads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fares_american", "fares_azul", "fares_latam", "fares_smiles"})
    void neverAsksAProgramme(String id) {
        var query = new FareQuery(
                PartnerFaresTest.airports("GRU"),
                PartnerFaresTest.airports("LIS"),
                PartnerFaresTest.FIRST,
                PartnerFaresTest.LAST,
                null,
                1);
        assertThat(Recorded.provider(id).rate()).isEqualTo(FareRate.NEVER);
        assertThat(Recorded.provider(id).requests(query)).isEqualTo(List.of());
    }
}
