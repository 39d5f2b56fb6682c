package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.api.source.Announcement;

/** What is read of flights for miles, in the words of several authors, published on 10 February 2026. */
final class FareFieldsTest {

    private static Promo fare(String title, @Nullable String body) {
        return Read.only(PromoKind.AWARD_FARE, title, body);
    }

    private static Fare of(Promo promo) {
        return Objects.requireNonNull(promo.fare());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Voos para Lisboa por 60.000 milhas Smiles o trecho | | one_way",
                "Voos para Lisboa por 60 mil milhas Smiles por trecho | | one_way",
                "Trechos para Lisboa a partir de 60.000 milhas Smiles | | one_way",
                "Lisboa por 60.000 milhas Smiles, só ida | | one_way",
                "Lisboa por 60.000 milhas Smiles ida e volta | | round_trip",
                "Voos de ida e volta para Lisboa por 120.000 milhas Smiles | | round_trip",
                "Voos para Lisboa a partir de 60.000 milhas Smiles | Os valores são por trecho. | one_way",
                "Voos para Lisboa a partir de 120.000 milhas Smiles | Valores de ida e volta. | round_trip",
                "Voos de ida e volta para Lisboa: 60.000 milhas Smiles o trecho | | one_way",
                "Lisboa por 90.000 milhas Smiles, ida e volta por 180.000 | | ",
                "Lisboa por 90.000 milhas Smiles | De Lisboa, ida e volta sai por 180.000 milhas. | ",
                "Smiles: flights to Lisbon for 60,000 miles one way | | one_way",
                "Smiles: flights to Lisbon for 120,000 miles round trip | | round_trip",
                "Voos para Lisboa por 60.000 milhas Smiles | Em dinheiro, o trecho custa R$ 2.500. | ",
                "Voos para Lisboa por 60.000 milhas Smiles | Há voos só de ida. Valores de ida e volta também. | ",
                "Voos para Lisboa por 60.000 milhas Smiles | | ",
            })
    void readsTheTrip(String title, @Nullable String body, @Nullable String trip) {
        Promo promo = fare(title, body);

        assertThat(Read.proven(promo, "trip", of(promo).trip())).isEqualTo(trip);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Voos entre 5 de março e 10 de junho. | 2026-03-05 | 2026-06-10",
                "Há assentos para viajar de 05/03 a 10/06. | 2026-03-05 | 2026-06-10",
                "Período de viagem: 01/03/2026 a 30/06/2026. | 2026-03-01 | 2026-06-30",
                "Viagens entre setembro e novembro. | 2026-09-01 | 2026-11-30",
                "Disponibilidade em março, abril e maio. | 2026-03-01 | 2026-05-31",
                "Para voar em janeiro de 2027. | 2027-01-01 | 2027-01-31",
                "Datas para viajar: novembro e dezembro de 2026. | 2026-11-01 | 2026-12-31",
                "Embarques de novembro a fevereiro de 2027. | 2026-11-01 | 2027-02-28",
                "Viagens até 30 de novembro. | | 2026-11-30",
                "Embarques a partir de 5 de março. | 2026-03-05 |",
                "Emita até 12/02 para voar entre 5 de março e 10 de junho. | 2026-03-05 | 2026-06-10",
                "Datas vistas: 5 a 18 de março, e quase todo o mês de maio. | 2026-03-05 | 2026-05-31",
                "Datas boas para viajar entre 10 e 20 de janeiro. | 2027-01-10 | 2027-01-20",
                "Disponibilidade em setembro e na primeira quinzena de novembro. | |",
                "Travel between March and June. | 2026-03-01 | 2026-06-30",
                "Período de viagem: 01/03/2024 a 30/06/2024. | |",
                "Período de viagem: 01.03.2024 a 30.06.2024. | |",
                "Período de viagem: 01.03.2026 a 30.06.2026. | 2026-03-01 | 2026-06-30",
                "Promoção válida até 15 de março. | |",
                "Taxas de embarque podem mudar em março. | |",
                "Voos para ver o mar em família. | |",
                "Viagens em março. Outros voos em maio. | |",
            })
    void readsWhenOneMayFly(String body, @Nullable String from, @Nullable String to) {
        Promo promo = fare("Voos para Lisboa por 60.000 milhas Smiles", body);

        assertThat(Read.proven(promo, "travel_from", of(promo).travel().from())).isEqualTo(from);
        assertThat(Read.proven(promo, "travel_to", of(promo).travel().to())).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lisboa por 60.000 milhas Smiles + R$ 35,75 | | 35.75",
                "Lisboa por 60.000 milhas Smiles + R$ 80 de taxas | | 80",
                "Lisboa por 60.000 milhas Smiles mais taxas de R$ 187 | | 187",
                "Lisboa por 60.000 milhas Smiles, com taxas de embarque a partir de R$ 1.035,90 | | 1035.90",
                "Lisboa por 60.000 milhas Smiles e R$ 35 em taxas | | 35",
                "Lisboa por 60.000 milhas Smiles + taxas | As taxas ficam em R$ 35,90. | 35.90",
                "Lisboa por 60.000 milhas Smiles + taxas | Em dinheiro custa R$ 2.500. | ",
                "Lisboa por 60.000 milhas Smiles + taxas | Saindo de SSA, taxas de R$ 35. Saindo de REC, taxas de R$ 40. | ",
                "Lisboa por 60.000 milhas Smiles | A passagem sai por R$ 2.500 com taxas. | ",
            })
    void readsTheTaxes(String title, @Nullable String body, @Nullable String taxes) {
        Promo promo = fare(title, body);

        assertThat(Read.proven(promo, "taxes_brl", of(promo).taxesBrl())).isEqualTo(taxes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lisboa em classe executiva por 166.000 milhas Smiles | | business",
                "Lisboa em Executiva por 166.000 milhas Smiles | | business",
                "Lisboa na Premium Economy por 90.000 milhas Smiles | | premium_economy",
                "Lisboa na primeira classe por 250.000 milhas Smiles | | first",
                "Lisboa por 60.000 milhas Smiles | São 60.000 milhas por trecho, na classe econômica. | economy",
                "Lisboa por 60.000 milhas Smiles | Em executiva custa 166.000 milhas. | ",
                "A opção mais econômica: Lisboa por 60.000 milhas Smiles | | ",
                "Lisboa por 60.000 milhas Smiles em econômica ou 166.000 em executiva | | ",
            })
    void readsTheCabin(String title, @Nullable String body, @Nullable String cabin) {
        Promo promo = fare(title, body);

        assertThat(Read.proven(promo, "cabin", of(promo).cabin())).isEqualTo(cabin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Voos de Recife (REC) para Lisboa por 60.000 milhas Smiles | REC | REC | LIS | LIS",
                "São Paulo – Lisboa por 60.000 milhas Smiles | | SAO | LIS | LIS",
                "Sao Paulo para Nova York por 60.000 milhas Smiles | | SAO | | NYC",
                "São Paulo (GRU) para Nova York (JFK) por 60.000 milhas Smiles | GRU | SAO | JFK | NYC",
                "GRU – MCO por 60.000 milhas Smiles | GRU | SAO | MCO | ORL",
                "SAO – NYC por 60.000 milhas Smiles | | SAO | | NYC",
                "Voos para Buenos Aires por 12.000 milhas Smiles | | | | BUE",
                "Voos saindo do Rio de Janeiro para Cusco por 30.000 milhas Smiles | | RIO | CUZ | CUZ",
                "Voos para Foz do Iguaçu por 8.000 milhas Smiles | | | IGU | IGU",
                "Voos para Chapecó por 8.000 milhas Smiles | | | XAP | XAP",
                "Voos para Palma de Maiorca por 70.000 milhas Smiles | | | PMI | PMI",
                "Voos para Santiago de Compostela por 70.000 milhas Smiles | | | SCQ | SCQ",
                "Voos nacionais por 8.000 milhas Smiles | | | |",
            })
    void readsAirportsAndCities(
            String title,
            @Nullable String originAirport,
            @Nullable String originCity,
            @Nullable String destAirport,
            @Nullable String destCity) {
        Promo promo = fare(title, "");
        Fare fare = of(promo);

        assertThat(Read.proven(promo, "origin_airport", fare.originAirport())).isEqualTo(originAirport);
        assertThat(Read.proven(promo, "origin_city", city(fare.origin()))).isEqualTo(originCity);
        assertThat(Read.proven(promo, "dest_airport", fare.destAirport())).isEqualTo(destAirport);
        assertThat(Read.proven(promo, "dest_city", city(fare.destination()))).isEqualTo(destCity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Saindo de Campinas (VCP), há voos diretos. | SAO",
                "Partidas de Recife. | REC",
                "Saindo do Rio de Janeiro. | RIO",
                "Saindo de São Paulo (GRU) e Rio de Janeiro (GIG). | ",
                "Saindo de Recife e outras cidades. | ",
                "Saindo de várias cidades. | ",
                "Saindo de Recife. Também saindo de Natal. | ",
            })
    void readsTheCityThatFlightsLeaveFrom(String body, @Nullable String city) {
        Promo promo = fare("Voos para Lisboa por 60.000 milhas Smiles", body);

        assertThat(of(promo).originAirport()).isNull();
        assertThat(Read.proven(promo, "origin_city", city(of(promo).origin()))).isEqualTo(city);
    }

    @Test
    void readsTheFieldsOfEachRouteAndWhatHoldsForAll() {
        List<Promo> promos = new PromoExtractor()
                .extract(new Announcement(
                        "1",
                        "Smiles: trechos nacionais a partir de 4.500 milhas",
                        "<ul><li>Recife (REC) – Salvador (SSA): 4.500 milhas + R$ 38,20</li>"
                                + "<li>GRU – FLN: 5.100 milhas + R$ 42 ida e volta</li></ul>"
                                + "<p>Voos de 1º de março a 15 de maio.</p>",
                        null,
                        Instant.parse("2026-02-10T12:00:00Z")));

        TravelDates travel = new TravelDates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 15));
        assertThat(promos)
                .extracting(Promo::fare)
                .containsExactly(
                        new Fare(
                                new Place("REC", "REC"),
                                new Place("SSA", "SSA"),
                                null,
                                4_500L,
                                new BigDecimal("38.20"),
                                null,
                                travel),
                        new Fare(
                                new Place("GRU", "SAO"),
                                new Place("FLN", "FLN"),
                                null,
                                5_100L,
                                new BigDecimal("42"),
                                Trip.ROUND_TRIP,
                                travel));
    }

    private static @Nullable String city(@Nullable Place place) {
        return place == null ? null : place.city();
    }
}
