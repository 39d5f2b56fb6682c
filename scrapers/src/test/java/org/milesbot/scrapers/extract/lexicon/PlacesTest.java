package org.milesbot.scrapers.extract.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.scrapers.extract.text.Resources;

class PlacesTest {

    private final Places places = Places.shipped();

    @ParameterizedTest
    @CsvSource({
        "São Paulo, SAO",
        "sao  paulo, SAO",
        "GUARULHOS, GRU",
        "Lisboa, LIS",
        "lisbon, LIS",
        "Alicante, ALC",
        "Kuwait, KWI",
        "Mascate, MCT",
        "Nagoya, NGO",
        "Camberra, CBR",
        "Edmonton, YEG",
        "Barranquilla, BAQ",
        "Dar es Salaam, DAR",
        "Foz do Iguaçu, IGU"
    })
    void knowsPlacesHoweverTheyAreWritten(String name, String code) {
        assertThat(places.named(name)).contains(Set.of(code));
    }

    @Test
    void knowsNothingElse() {
        assertThat(places.named("Lua")).isEmpty();
        assertThat(places.named("")).isEmpty();
    }

    @Test
    void knowsTheAirportsOfACityAndTheCityOfAnAirport() {
        assertThat(places.airports("SAO")).containsExactly("CGH", "GRU", "VCP");
        assertThat(places.airports("GRU")).containsExactly("GRU");
        assertThat(places.airports("LIS")).containsExactly("LIS");
        assertThat(places.airports("ORL")).containsExactly("MCO");
        assertThat(places.city("GRU")).isEqualTo("SAO");
        assertThat(places.city("SAO")).isEqualTo("SAO");
        assertThat(places.hasCode("QQQ")).isFalse();
        assertThat(places.airports("QQQ")).containsExactly("QQQ");
        assertThat(places.city("QQQ")).isEqualTo("QQQ");
    }

    @Test
    void namesRegionsBack() {
        Set<String> europe = places.named("EUROPA").orElseThrow();

        assertThat(europe).contains("LIS", "PAR").doesNotContain("SAO");
        assertThat(places.region(europe)).contains("Europa");
        assertThat(places.named("Europe")).contains(europe);
        assertThat(places.region(Set.of("LIS"))).isEmpty();
    }

    @Test
    void tellsEachAirportOnce() {
        assertThat(Resources.lines("places.txt").stream()
                        .map(line -> line.split("\\|", -1)[0].strip())
                        .filter(airport -> !airport.equals("-")))
                .doesNotHaveDuplicates()
                .allMatch(airport -> airport.matches("[A-Z]{3}"));
    }

    @Test
    void makesRegionsOfKnownCities() {
        Set<String> cities = Resources.lines("places.txt").stream()
                .map(line -> line.split("\\|", -1)[1].strip())
                .collect(Collectors.toSet());

        for (String line : Resources.lines("regions.txt")) {
            String[] codes = line.split("\\|", -1)[2].strip().split(", ");
            assertThat(cities).as(line).contains(codes);
        }
    }
}
