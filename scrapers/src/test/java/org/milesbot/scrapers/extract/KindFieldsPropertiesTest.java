package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;

/** For every text: no field of a fare, an earning, a club or a sale without its words, and no words without it. */
final class KindFieldsPropertiesTest {

    private static final Instant PUBLISHED = Instant.parse("2025-12-29T15:00:00Z");
    private static final List<String> SUBJECTS = List.of(
            "Livelo",
            "Smiles",
            "Azul",
            "Clube Smiles",
            "assine o Clube Livelo",
            "compre pontos Livelo",
            "transferência entre contas Smiles",
            "voos para Lisboa",
            "trechos");
    private static final List<String> WORDS = List.of(
            "10 pontos",
            "8 pts",
            "por real",
            "/R$ 1",
            "a cada dólar",
            "a cada 2 reais",
            "até",
            "na Fast Shop",
            "no Ponto",
            "na Loja Nova",
            "exceto",
            "Plano 2.000",
            "planos Plus e Top",
            "R$ 84,90",
            "/mês",
            "12x de",
            "mensalidade de",
            "por",
            "50% de desconto",
            "80% de bônus",
            "60.000 milhas",
            "120 mil milhas",
            "o trecho",
            "ida e volta",
            "executiva",
            "econômica",
            "+ R$ 35,90",
            "taxas de R$ 40",
            "São Paulo",
            "GRU",
            "NYC",
            "Recife (REC)",
            "–",
            "voos entre",
            "viagens",
            "5 de março e 10 de junho",
            "29/02",
            "dezembro e março",
            "em maio de 2027",
            "a partir de",
            "12",
            "de",
            "e",
            ",",
            ";",
            ".",
            "<li>",
            "<s>",
            "</s>",
            "demais clientes");

    @Property(tries = 1500)
    void provesEveryField(@ForAll("announcements") Announcement announcement) {
        for (Promo promo : new PromoExtractor().extract(announcement)) {
            fields(promo)
                    .forEach((field, value) -> assertThat(promo.evidence().containsKey(field))
                            .as(field + " is " + value)
                            .isEqualTo(value != null));
        }
    }

    private static Map<String, @Nullable Object> fields(Promo promo) {
        Fare fare = Objects.requireNonNullElse(promo.fare(), Fare.UNKNOWN);
        Earning earning = Objects.requireNonNullElse(promo.earning(), Earning.UNKNOWN);
        ClubPlan club = Objects.requireNonNullElse(promo.club(), ClubPlan.UNKNOWN);
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("gain", promo.bonus().gain());
        fields.put("miles", fare.miles());
        fields.put("cabin", fare.cabin());
        fields.put("trip", fare.trip());
        fields.put("taxes_brl", fare.taxesBrl());
        fields.put("travel_from", fare.travel().from());
        fields.put("travel_to", fare.travel().to());
        fields.put("origin_airport", fare.originAirport());
        fields.put("dest_airport", fare.destAirport());
        fields.put("origin_city", city(fare.origin()));
        fields.put("dest_city", city(fare.destination()));
        fields.put("rate_max", earning.rateMax());
        fields.put("rate_base", earning.rateBase());
        fields.put("rate_unit", earning.rateUnit());
        fields.put("shops", earning.shops().isEmpty() ? null : earning.shops());
        fields.put("plan", club.plan());
        fields.put("monthly_price_brl", club.monthlyPriceBrl());
        return fields;
    }

    private static @Nullable String city(@Nullable Place place) {
        return place == null ? null : place.city();
    }

    @Provide
    Arbitrary<Announcement> announcements() {
        Arbitrary<String> words = Arbitraries.of(WORDS).list().ofMaxSize(12).map(parts -> String.join(" ", parts));
        return Combinators.combine(Arbitraries.of(SUBJECTS), words, words)
                .as((subject, title, body) ->
                        new Announcement("1", subject + " " + title, subject + " " + body, null, PUBLISHED));
    }
}
