package org.milesbot.cli.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.output.OfferWords;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.web.page.PromoView.Fact;
import org.milesbot.cli.web.page.PromoView.Quote;
import org.milesbot.cli.web.page.PromoView.Tier;

/** What a promo says, part by part, with the words that each part was read from. */
final class PromoFacts {

    /** The fields that have a name of their own on a page; a plug-in's stands for itself. */
    private static final Set<String> NAMED = Set.of(
            "kind",
            "program",
            "origins",
            "bonus_pct",
            "base_pct",
            "tiers",
            "min_points",
            "cap_points",
            "gain",
            "start",
            "end",
            "origin_airport",
            "origin_city",
            "dest_airport",
            "dest_city",
            "cabin",
            "miles",
            "taxes_brl",
            "trip",
            "travel_from",
            "travel_to",
            "rate_max",
            "rate_base",
            "rate_unit",
            "shops",
            "plan",
            "monthly_price_brl");

    private final Words words;
    private final PromoWords promoWords;
    private final OfferWords offer;

    PromoFacts(Words words, PromoWords promoWords) {
        this.words = words;
        this.promoWords = promoWords;
        offer = new OfferWords(words.locale());
    }

    /** Who gets which percentage; everyone first, where that is known. */
    List<Tier> tiers(Bonus bonus) {
        List<Tier> tiers = new ArrayList<>();
        if (bonus.tiers().isEmpty()) {
            return tiers;
        }
        if (bonus.base() != null) {
            tiers.add(new Tier(words.say("promo.everyone"), offer.percent(bonus.base())));
        }
        bonus.tiers().stream()
                .filter(tier -> !tier.audience().equals(Audience.EVERYONE) || bonus.base() == null)
                .forEach(tier -> tiers.add(new Tier(tier.label(), offer.percent(tier.percent()))));
        return tiers;
    }

    /** The conditions: where from, when, and within which bounds. What is not told is said to be unknown. */
    List<Fact> facts(Promo promo) {
        return Stream.of(
                        known(label(promo), promoWords.where(promo, Integer.MAX_VALUE), promo, "origins", "shops"),
                        fact(words.say("field.start"), moment(promo.window().start()), promo, "start"),
                        fact(words.say("field.end"), moment(promo.window().end()), promo, "end"),
                        points(promo, "min_points", promo.bonus().minPoints()),
                        points(promo, "cap_points", promo.bonus().capPoints()),
                        known(words.say("promo.details"), offer.details(promo), promo, "cabin", "trip", "plan", "gain"))
                .filter(Objects::nonNull)
                .toList();
    }

    private String label(Promo promo) {
        if (promo.fare() != null) {
            return words.say("promo.route");
        }
        return words.say(promo.earning() == null ? "field.origins" : "field.shops");
    }

    private String moment(@Nullable Moment moment) {
        return moment == null ? words.say("promo.untold") : PromoWords.moment(moment);
    }

    private @Nullable Fact points(Promo promo, String field, @Nullable Long points) {
        return points == null
                ? null
                : fact(words.say("field." + field), words.say("promo.points", points), promo, field);
    }

    private static @Nullable Fact known(String label, String value, Promo promo, String... fields) {
        return value.isEmpty() ? null : fact(label, value, promo, fields);
    }

    private static Fact fact(String label, String value, Promo promo, String... fields) {
        String read = Stream.of(fields)
                .flatMap(field -> Stream.ofNullable(promo.evidence().get(field)))
                .findFirst()
                .orElse("");
        return new Fact(label, value, read);
    }

    /** The words that each field was read from. */
    List<Quote> quotes(Map<String, String> evidence) {
        return evidence.entrySet().stream()
                .map(read -> new Quote(
                        NAMED.contains(read.getKey()) ? words.say("field." + read.getKey()) : read.getKey(),
                        read.getValue()))
                .toList();
    }

    /** The two ends of a flight, such as {@code GRU-LIS}, in the form of the address of its prices; empty if untold. */
    static String route(Promo promo) {
        Fare fare = promo.fare();
        return !promo.kind().equals(PromoKind.AWARD_FARE)
                        || fare == null
                        || fare.origin() == null
                        || fare.destination() == null
                ? ""
                : fare.origin() + "-" + fare.destination();
    }
}
