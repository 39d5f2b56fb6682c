package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Trip;

/** What a promo offers, to one person and in one language: its heading, and the lines of its kind. */
final class OfferPhrases {

    private static final int MOST_NAMES = 4;
    private static final int LONGEST_NAME = 60;
    private static final Set<PromoKind> WITH_WORDS = Set.of(
            PromoKind.TRANSFER_BONUS,
            PromoKind.POINTS_PURCHASE,
            PromoKind.CLUB,
            PromoKind.EARN_MULTIPLIER,
            PromoKind.INTERNAL_TRANSFER,
            PromoKind.AWARD_FARE);
    private static final Set<PromoKind> OF_PERCENTAGES =
            Set.of(PromoKind.TRANSFER_BONUS, PromoKind.POINTS_PURCHASE, PromoKind.INTERNAL_TRANSFER);
    private static final Set<Cabin> CABINS = Set.of(Cabin.ECONOMY, Cabin.PREMIUM_ECONOMY, Cabin.BUSINESS, Cabin.FIRST);
    private static final Set<Trip> TRIPS = Set.of(Trip.ONE_WAY, Trip.ROUND_TRIP);
    private static final Set<Gain> GAINS = Set.of(Gain.BONUS, Gain.DISCOUNT);
    private static final Set<String> UNITS = Set.of("BRL", "USD", "EUR");

    private final Phrases phrases;
    private final PersonalPhrases personal;
    private final Function<String, String> names;

    OfferPhrases(Phrases phrases, Function<String, String> names) {
        this.phrases = phrases;
        this.names = names;
        personal = new PersonalPhrases(phrases);
    }

    /** What it is and where: "80% de bônus: Livelo → Smiles". */
    Html heading(Promo promo, PersonalBonus bonus) {
        return phrases.say("heading", what(promo, bonus).asSentence(), where(promo));
    }

    /** The sign that stands before the heading. */
    Html sign(Promo promo) {
        return phrases.say("sign." + (WITH_WORDS.contains(promo.kind()) ? promo.kind() : "other"));
    }

    private Html what(Promo promo, PersonalBonus bonus) {
        if (promo.kind().equals(PromoKind.AWARD_FARE)) {
            return promo.fare() == null || promo.fare().miles() == null
                    ? phrases.say("what.award_fare.none")
                    : phrases.say("what.award_fare", phrases.whole(promo.fare().miles()));
        }
        if (promo.kind().equals(PromoKind.EARN_MULTIPLIER)
                && promo.earning() != null
                && rate(promo.earning()) != null) {
            return rate(promo.earning(), promo.earning().rateMax());
        }
        String key = "what." + (WITH_WORDS.contains(promo.kind()) ? promo.kind() : "other");
        Percent percent = bonus.possible();
        return percent == null
                ? phrases.say(key + ".none", promo.kind())
                : phrases.say(key, gain(promo, headline(bonus, percent)), promo.kind());
    }

    private Html headline(PersonalBonus bonus, Percent percent) {
        return bonus.isSettled() ? new Html(phrases.percent(percent)) : phrases.say("up_to", phrases.percent(percent));
    }

    private Html gain(Promo promo, Html percent) {
        Gain gain = promo.bonus().gain();
        if (promo.kind().equals(PromoKind.TRANSFER_BONUS) || promo.kind().equals(PromoKind.INTERNAL_TRANSFER)) {
            return phrases.say("gain.bonus", percent);
        }
        return gain == null || !GAINS.contains(gain) ? percent : phrases.say("gain." + gain, percent);
    }

    private static @Nullable BigDecimal rate(Earning earning) {
        return earning.rateUnit() == null ? null : earning.rateMax();
    }

    private Html rate(Earning earning, @Nullable BigDecimal most) {
        Currency unit = earning.rateUnit();
        if (unit == null || most == null) {
            return Html.NONE;
        }
        Html money = UNITS.contains(unit.getCurrencyCode())
                ? phrases.say("unit." + unit.getCurrencyCode())
                : new Html(unit.getCurrencyCode());
        return phrases.say(isOneForAll(earning) ? "what.rate" : "what.rate.up_to", phrases.decimal(most), most, money);
    }

    private static boolean isOneForAll(Earning earning) {
        BigDecimal base = earning.rateBase();
        return base != null && earning.rateMax() != null && base.compareTo(earning.rateMax()) == 0;
    }

    /** Where from and where to: "Livelo → Smiles", "GRU → REC (Smiles)", or the programme alone. */
    Html where(Promo promo) {
        Html program = name(promo.program());
        Fare fare = promo.fare();
        if (fare != null) {
            Html route = route(fare);
            return route.isEmpty() ? program : phrases.say("where.route", route, program);
        }
        if (promo.origins().isEmpty()) {
            return program;
        }
        return phrases.say("where.transfer", origins(promo), program);
    }

    /** The flight: "GRU → REC". Empty if neither end is known. */
    Html route(Fare fare) {
        Place from = fare.origin();
        Place to = fare.destination();
        if (from != null && to != null) {
            return phrases.say("route", from, to);
        }
        if (to != null) {
            return phrases.say("route.to", to);
        }
        return from == null ? Html.NONE : phrases.say("route.from", from);
    }

    /** Where the points come from: "Livelo, Esfera e mais 3". */
    Html origins(Promo promo) {
        return someOf(promo.origins().stream().map(this::origin).toList());
    }

    /** Of which of them: "Livelo ou Esfera". */
    Html oneOrigin(Promo promo) {
        List<Html> all = promo.origins().stream()
                .map(origin ->
                        origin.equals(OriginId.EVERY_BANK) ? phrases.say("combo.from.bank") : name(origin.value()))
                .toList();
        return all.size() > MOST_NAMES ? someOf(all) : phrases.list("list.or", all);
    }

    /** With which points, after a comparison: "com pontos Livelo". */
    Html points(Promo promo) {
        return promo.origins().size() == 1
                ? phrases.say(
                        "standing.points",
                        name(promo.origins().iterator().next().value()))
                : phrases.say("standing.points.several");
    }

    private Html origin(OriginId origin) {
        return origin.equals(OriginId.EVERY_BANK) ? phrases.say("origins.every_bank") : name(origin.value());
    }

    private Html someOf(List<Html> all) {
        if (all.size() <= MOST_NAMES) {
            return phrases.list("list.and", all);
        }
        List<Html> first = all.subList(0, MOST_NAMES - 1);
        return phrases.say("list.more", Html.join(", ", first), all.size() - first.size());
    }

    Html name(ProgramId program) {
        return name(program.value());
    }

    private Html name(String slug) {
        return Html.escaped(names.apply(slug), LONGEST_NAME);
    }

    /** Which percentage is the person's; empty if none is known, and its kind need not have one. */
    Html personal(Promo promo, PersonalBonus bonus) {
        return bonus.possible() == null && OF_PERCENTAGES.contains(promo.kind())
                ? phrases.say("personal.unknown")
                : personal.of(bonus);
    }

    /** What else its kind has to say; empty if nothing is known. */
    Html details(Promo promo) {
        return Html.join(
                ", ", List.of(plan(promo.club()), price(promo.club()), earning(promo.earning()), flight(promo.fare())));
    }

    private Html plan(@Nullable ClubPlan club) {
        String plan = club == null ? null : club.plan();
        if (plan == null) {
            return Html.NONE;
        }
        boolean points = plan.length() < 10 && plan.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return phrases.say("club.plan", points ? phrases.whole(Long.parseLong(plan)) : plan);
    }

    private Html price(@Nullable ClubPlan club) {
        BigDecimal price = club == null ? null : club.monthlyPriceBrl();
        return price == null ? Html.NONE : phrases.say("club.price", phrases.money(price));
    }

    private Html earning(@Nullable Earning earning) {
        if (earning == null) {
            return Html.NONE;
        }
        BigDecimal base = earning.rateBase();
        Html shops = earning.shops().isEmpty()
                ? Html.NONE
                : phrases.say(
                        "earning.shops",
                        someOf(earning.shops().stream()
                                .map(shop -> Html.escaped(shop, LONGEST_NAME))
                                .toList()));
        Html rest = base == null || isOneForAll(earning)
                ? Html.NONE
                : phrases.say("earning.base", phrases.decimal(base), base);
        return Html.join("; ", List.of(rest, shops));
    }

    /** The seat: "executiva, só ida, mais R$ 350,00 de taxas". */
    Html flight(@Nullable Fare fare) {
        if (fare == null) {
            return Html.NONE;
        }
        BigDecimal taxes = fare.taxesBrl();
        return Html.join(
                ", ",
                List.of(
                        known(fare.cabin(), CABINS, "cabin."),
                        known(fare.trip(), TRIPS, "trip."),
                        taxes == null ? Html.NONE : phrases.say("fare.taxes", phrases.money(taxes))));
    }

    Html cabin(Cabin cabin) {
        return known(cabin, CABINS, "cabin.");
    }

    /** A plug-in's own slug has no words here and stands for itself. */
    private <T> Html known(@Nullable T slug, Set<T> known, String prefix) {
        if (slug == null) {
            return Html.NONE;
        }
        return known.contains(slug) ? phrases.say(prefix + slug) : new Html(slug.toString());
    }

    /** On what terms, in one line; empty if none are known. */
    Html conditions(Bonus bonus, PersonalBonus theirs) {
        List<Html> all = new ArrayList<>();
        Long least = bonus.minPoints();
        Long most = bonus.capPoints();
        if (least != null) {
            all.add(phrases.say("condition.min", phrases.whole(least)));
        }
        if (most != null) {
            all.add(phrases.say("condition.cap", phrases.whole(most)));
        }
        all.add(personal.tiers(bonus, theirs));
        return Html.join("; ", all).asSentence();
    }
}
